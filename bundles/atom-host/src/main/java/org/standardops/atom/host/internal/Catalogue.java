package org.standardops.atom.host.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Version;
import org.standardops.engine.port.AtomCatalog;
import org.standardops.model.task.AtomRef;

/**
 * The atoms that are there now. Where two bundles bring the same version of an atom, the one that
 * came first counts, and the other takes its place when it goes. Atoms that are in no bundle come
 * after all of these.
 */
final class Catalogue implements AtomCatalog {

  private static final Comparator<InstalledAtom> BY_CODE_NEWEST_FIRST =
      Comparator.<InstalledAtom, String>comparing(atom -> ref(atom).code())
          .thenComparing(Catalogue::version, Comparator.reverseOrder());

  /** By the number that the framework gave the service; numbers grow. */
  private final Map<Long, InstalledAtom> arrived = new TreeMap<>();

  private List<InstalledAtom> inNoBundle = List.of();
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private volatile Map<AtomRef, InstalledAtom> current = Map.of();

  /** Compared by identity, so that one action may listen twice. */
  private record Listener(Runnable action, Object identity) {}

  /**
   * @return the atom that holds the place already; empty where this one has it now
   */
  Optional<InstalledAtom> add(long service, InstalledAtom atom) {
    InstalledAtom holder;
    synchronized (arrived) {
      arrived.put(service, atom);
      holder = rebuild().get(ref(atom));
    }
    tellListeners();
    return holder == atom ? Optional.empty() : Optional.of(holder);
  }

  void remove(long service) {
    synchronized (arrived) {
      arrived.remove(service);
      rebuild();
    }
    tellListeners();
  }

  /** Those that are in no bundle, all of them as they are now. */
  void offer(List<InstalledAtom> atoms) {
    synchronized (arrived) {
      inNoBundle = List.copyOf(atoms);
      rebuild();
    }
    tellListeners();
  }

  private Map<AtomRef, InstalledAtom> rebuild() {
    current =
        Stream.concat(arrived.values().stream(), inNoBundle.stream())
            .collect(
                Collectors.toUnmodifiableMap(
                    Catalogue::ref, Function.identity(), (first, later) -> first));
    return current;
  }

  private void tellListeners() {
    listeners.forEach(listener -> listener.action().run());
  }

  @Override
  public Optional<InstalledAtom> find(AtomRef atom) {
    return Optional.ofNullable(current.get(atom));
  }

  @Override
  public List<InstalledAtom> all() {
    List<InstalledAtom> all = new ArrayList<>(current.values());
    all.sort(BY_CODE_NEWEST_FIRST);
    return List.copyOf(all);
  }

  @Override
  public Optional<InstalledAtom> newest(String code, Optional<Integer> major) {
    return current.values().stream()
        .filter(atom -> ref(atom).code().equals(code))
        .filter(atom -> major.isEmpty() || major.get() == version(atom).getMajor())
        .max(Comparator.comparing(Catalogue::version));
  }

  @Override
  public AutoCloseable onChange(Runnable action) {
    Listener listener = new Listener(action, new Object());
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  private static AtomRef ref(InstalledAtom atom) {
    return atom.description().atom();
  }

  private static Version version(InstalledAtom atom) {
    return Version.valueOf(ref(atom).version());
  }
}
