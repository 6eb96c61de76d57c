package org.standardops.atom.host.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Version;
import org.standardops.engine.port.AtomCatalog;
import org.standardops.engine.port.BundleState;
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

  /** The bundle of each atom that was here since the start, or was kept before it. */
  private final Map<AtomRef, String> bundles = new ConcurrentHashMap<>();

  /** By bundle; those that are not here are active. */
  private final Map<String, BundleState> states = new ConcurrentHashMap<>();

  /** The last reason against an atom of each bundle. */
  private final Map<String, String> refusals = new ConcurrentHashMap<>();

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
    bundles.put(ref(atom), atom.description().bundle());
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

  /** What a bundle brings, or brought before it went. */
  void remember(String bundle, Collection<AtomRef> atoms) {
    atoms.forEach(atom -> bundles.put(atom, bundle));
  }

  /** What new tasks get from now on. */
  void decide(String bundle, BundleState state) {
    states.put(bundle, state);
    tellListeners();
  }

  /** Why an atom of a bundle is not here. */
  void refuse(String bundle, String reason) {
    refusals.put(bundle, reason);
  }

  /** Takes away what was said against a bundle. */
  Optional<String> takeRefusal(String bundle) {
    return Optional.ofNullable(refusals.remove(bundle));
  }

  /** Those that are in no bundle, all of them as they are now. */
  void offer(List<InstalledAtom> atoms) {
    atoms.forEach(atom -> bundles.put(ref(atom), atom.description().bundle()));
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
  public BundleState state(AtomRef atom) {
    return bundleOf(atom)
        .map(bundle -> states.getOrDefault(bundle, BundleState.ACTIVE))
        .orElse(BundleState.ACTIVE);
  }

  @Override
  public Optional<String> bundleOf(AtomRef atom) {
    return Optional.ofNullable(bundles.get(atom));
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
        .filter(atom -> state(ref(atom)) == BundleState.ACTIVE)
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
