package org.standardops.atom.host.internal;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.standardops.engine.port.BundleState;
import org.standardops.model.ErrorCode;
import org.standardops.model.Fault;
import org.standardops.model.ProductException;
import org.standardops.services.port.AtomUses;
import org.standardops.services.port.BroughtAtom;
import org.standardops.services.port.BundleId;
import org.standardops.services.port.BundleInstaller;
import org.standardops.services.port.BundleStore;
import org.standardops.services.port.BundleStore.Origin;
import org.standardops.services.port.BundleStore.RemovedBundle;
import org.standardops.services.port.BundleStore.StoredBundle;

/**
 * Changes bundles while the server runs, one change at a time. A bundle is stored once it runs, and
 * leaves the store before the framework: so what a crash leaves half done is undone at the next
 * start, where the store is right.
 */
final class AtomInstaller implements BundleInstaller {

  private static final Logger LOG = LoggerFactory.getLogger(AtomInstaller.class);

  private final AtomJarCheck check;
  private final BundleStore store;
  private final AtomUses uses;
  private final RunningAtoms running;
  private final KnownBundles known;
  private final InstantSource clock;

  AtomInstaller(
      AtomJarCheck check,
      BundleStore store,
      AtomUses uses,
      RunningAtoms running,
      KnownBundles known,
      InstantSource clock) {
    this.check = check;
    this.store = store;
    this.uses = uses;
    this.running = running;
    this.known = known;
    this.clock = clock;
  }

  @Override
  public boolean synced() {
    return known.synced();
  }

  @Override
  public List<String> problems() {
    return known.problems();
  }

  private void requireSynced() {
    if (!synced()) {
      throw new ProductException(
          ErrorCode.UNAVAILABLE,
          "The server is still bringing in the atom bundles it has: try again in a few seconds.");
    }
  }

  @Override
  public synchronized Installation install(Path jar, String by) {
    requireSynced();
    AtomJar found = check.check(jar);
    Optional<StoredBundle> before = stored(found.id());
    if (before.isPresent()) {
      requireSame(found, before.get().sha256());
      return again(before.get(), jar);
    }
    requireAsTasksKnowIt(found);
    bringIn(found, jar);
    StoredBundle bundle = described(found, Origin.UPLOADED, by);
    if (!add(bundle, jar)) {
      running.remove(found.id(), found.sha256());
      throw alreadyThere(found); // another server was quicker
    }
    known.decided(bundle);
    LOG.info("{} installed the atom bundle {} with {}.", by, bundle.id(), bundle.atoms());
    return new Installation(view(bundle), true);
  }

  private boolean add(StoredBundle bundle, Path jar) {
    boolean done = false;
    try {
      boolean added = store.add(bundle, jar);
      done = true;
      return added;
    } finally {
      if (!done) { // the database went away: whether it has the bundle, the next start will see
        running.remove(bundle.id(), bundle.sha256());
      }
    }
  }

  /** The very bytes again: where they do not run here, they may do so now. */
  private Installation again(StoredBundle bundle, Path jar) {
    if (!running.isComplete(bundle.id(), bundle.sha256())) {
      Optional<String> problem = running.bringIn(bundle.id(), bundle.sha256(), jar);
      if (problem.isPresent()) {
        known.failed(bundle.id(), problem.get());
        throw notStarted(problem.get());
      }
      store.mend(bundle.id(), jar);
      known.decided(bundle);
      LOG.info("The atom bundle {} runs again.", bundle.id());
    }
    return new Installation(view(bundle), false);
  }

  private void bringIn(AtomJar found, Path jar) {
    Optional<String> problem = running.bringIn(found.id(), found.sha256(), jar);
    if (problem.isPresent()) {
      throw notStarted(problem.get());
    }
  }

  private static ProductException notStarted(String problem) {
    return ProductException.invalid(List.of(new Fault("", "NOT_STARTED", problem)));
  }

  private static void requireSame(AtomJar found, String sha256) {
    if (!sha256.equals(found.sha256())) {
      throw alreadyThere(found);
    }
  }

  /** While nodes wait for a version, other bytes must not take its name. */
  private void requireAsTasksKnowIt(AtomJar found) {
    Optional<RemovedBundle> removed =
        store.removed().stream().filter(bundle -> bundle.id().equals(found.id())).findFirst();
    if (removed.isPresent() && isNeeded(removed.get())) {
      requireSame(found, removed.get().sha256());
    }
  }

  private boolean isNeeded(RemovedBundle bundle) {
    List<String> codes = bundle.atoms().stream().map(BroughtAtom::code).toList();
    return uses.tasks(codes, bundle.id().version(), 1).count() > 0;
  }

  /**
   * Stores a bundle of the download, unless that very name and version is stored already, or was
   * removed. It is brought in with all that is stored.
   *
   * @throws ProductException INVALID with every reason against it, ALREADY_EXISTS
   */
  synchronized void ship(Path jar) {
    String sha256 = AtomJar.sha256(jar);
    List<RemovedBundle> removed = store.removed();
    if (store.list().stream().anyMatch(bundle -> bundle.sha256().equals(sha256))
        || removed.stream().anyMatch(bundle -> bundle.sha256().equals(sha256))) {
      return;
    }
    AtomJar found = check.check(jar);
    if (removed.stream().anyMatch(bundle -> bundle.id().equals(found.id()))) {
      return;
    }
    if (!store.add(described(found, Origin.SHIPPED, "download"), jar)) {
      requireSame(found, stored(found.id()).map(StoredBundle::sha256).orElse(sha256));
    }
  }

  @Override
  public synchronized InstalledBundle change(BundleId id, BundleState state, String by) {
    requireSynced();
    StoredBundle bundle =
        store.change(id, state).orElseThrow(() -> ProductException.notFound("The bundle " + id));
    known.decided(bundle);
    LOG.info("{} made the atom bundle {} {}.", by, id, state);
    return view(bundle);
  }

  @Override
  public synchronized boolean remove(BundleId id, boolean force, String by) {
    requireSynced();
    Optional<StoredBundle> bundle = stored(id);
    if (bundle.isEmpty()) {
      return true;
    }
    if (!force && bundle.get().state() != BundleState.DRAINING) {
      return false;
    }
    boolean remembered = force || bundle.get().origin() == Origin.SHIPPED;
    store.remove(id, remembered ? Optional.of(removed(bundle.get(), by)) : Optional.empty());
    known.removed(bundle.get());
    running.remove(id, bundle.get().sha256());
    LOG.info("{} removed the atom bundle {}.", by, id);
    return true;
  }

  private RemovedBundle removed(StoredBundle bundle, String by) {
    return new RemovedBundle(
        bundle.id(),
        bundle.sha256(),
        bundle.atoms(),
        by,
        clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  @Override
  public List<InstalledBundle> list() {
    return store.list().stream().map(this::view).toList();
  }

  @Override
  public List<InstalledBundle> draining() {
    return known.anyDraining()
        ? list().stream().filter(bundle -> bundle.state() == BundleState.DRAINING).toList()
        : List.of();
  }

  private InstalledBundle view(StoredBundle stored) {
    return new InstalledBundle(
        stored.id(),
        stored.sha256(),
        stored.size(),
        stored.origin(),
        stored.addedBy(),
        stored.addedAt(),
        stored.state(),
        known.atoms(stored),
        known.problem(stored));
  }

  private Optional<StoredBundle> stored(BundleId id) {
    return store.list().stream().filter(bundle -> bundle.id().equals(id)).findFirst();
  }

  private StoredBundle described(AtomJar found, Origin origin, String by) {
    return new StoredBundle(
        found.id(),
        found.sha256(),
        found.size(),
        origin,
        by,
        clock.instant().truncatedTo(ChronoUnit.MICROS),
        BundleState.ACTIVE,
        found.atoms());
  }

  private static ProductException alreadyThere(AtomJar jar) {
    return new ProductException(
        ErrorCode.ALREADY_EXISTS,
        "The bundle "
            + jar.id()
            + " is here already with other content, and tasks rely on it: raise the version.");
  }
}
