package org.standardops.components.internal;

import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.standardops.engine.port.AtomCatalog.InstalledAtom;
import org.standardops.engine.port.AtomSource;
import org.standardops.json.JsonCodec;
import org.standardops.model.ErrorCode;
import org.standardops.model.ProductException;
import org.standardops.services.port.ComponentLibrary;
import org.standardops.services.port.ComponentStore;
import org.standardops.services.port.ComponentStore.StoredComponent;

/** The components that are there, the same in the store and on offer. */
final class Library implements ComponentLibrary, AtomSource {

  private static final Logger LOG = LoggerFactory.getLogger(Library.class);
  private static final JsonCodec JSON = new JsonCodec();

  private final ComponentStore store;
  private final InstantSource clock;
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private volatile Optional<Map<Key, Offered>> offered = Optional.empty();

  Library(ComponentStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  private record Key(String name, String version) {}

  private record Offered(Component component, List<InstalledAtom> atoms) {}

  /** Compared by identity, so that one action may listen twice. */
  private record Listener(Runnable action, Object identity) {}

  /** Offers what is stored; throws what the store throws while it is away. */
  synchronized void load() {
    Map<Key, Offered> all = new HashMap<>();
    for (StoredComponent stored : store.list()) {
      try {
        all.put(new Key(stored.name(), stored.version()), offered(stored));
      } catch (UncheckedIOException | IllegalArgumentException e) {
        LOG.error(
            "The component {} {} cannot be offered: what was stored of it cannot be read. Delete it"
                + " and import its document again.",
            stored.name(),
            stored.version(),
            e);
      }
    }
    now(all);
  }

  @Override
  public boolean loaded() {
    return offered.isPresent();
  }

  @Override
  public synchronized Component add(Source source, String by) {
    Map<Key, Offered> all = new HashMap<>(there());
    Definition definition = Reading.of(source);
    StoredComponent made =
        new StoredComponent(
            definition.name(),
            definition.version(),
            digest(source),
            JSON.write(definition),
            by,
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    Key key = new Key(made.name(), made.version());
    Offered before = all.get(key);
    if (before != null && before.component().sha256().equals(made.sha256())) {
      return before.component();
    }
    if (before != null || !store.add(made)) {
      throw new ProductException(
          ErrorCode.ALREADY_EXISTS,
          "The component %s %s is there, made of something else: give this one another version."
              .formatted(made.name(), made.version()));
    }
    Offered offer = offered(made);
    all.put(key, offer);
    now(all);
    return offer.component();
  }

  @Override
  public synchronized boolean remove(String name, String version) {
    Map<Key, Offered> all = new HashMap<>(there());
    boolean removed = store.remove(name, version);
    all.remove(new Key(name, version));
    now(all);
    return removed;
  }

  private Map<Key, Offered> there() {
    return offered.orElseThrow(
        () ->
            new ProductException(
                ErrorCode.UNAVAILABLE, "The components are not all brought in yet: try again."));
  }

  private void now(Map<Key, Offered> all) {
    offered = Optional.of(Map.copyOf(all));
    listeners.forEach(listener -> listener.action().run());
  }

  @Override
  public List<Component> list() {
    return offered.orElse(Map.of()).values().stream()
        .map(Offered::component)
        .sorted(Comparator.comparing(Component::name).thenComparing(Component::version))
        .toList();
  }

  @Override
  public List<InstalledAtom> atoms() {
    return offered.orElse(Map.of()).values().stream()
        .flatMap(offer -> offer.atoms().stream())
        .toList();
  }

  @Override
  public AutoCloseable onChange(Runnable action) {
    Listener listener = new Listener(action, new Object());
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  private static Offered offered(StoredComponent stored) {
    Definition definition = JSON.read(stored.content(), Definition.class);
    Component component =
        new Component(
            definition.name(),
            definition.version(),
            definition.title(),
            definition.kind().name(),
            definition.server(),
            stored.sha256(),
            definition.operations().stream().map(Library::shown).toList(),
            definition.skipped(),
            stored.addedBy(),
            stored.addedAt());
    return new Offered(
        component,
        definition.operations().stream()
            .<InstalledAtom>map(operation -> OfferedAtom.of(definition, operation))
            .toList());
  }

  private static ComponentLibrary.Operation shown(ApiOperation operation) {
    return new ComponentLibrary.Operation(
        operation.id(),
        operation.code(),
        operation.method(),
        operation.path(),
        OfferedAtom.recovery(operation).name());
  }

  private static String digest(Source source) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(JSON.write(source)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
