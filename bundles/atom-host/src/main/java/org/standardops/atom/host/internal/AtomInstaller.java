package org.standardops.atom.host.internal;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.standardops.model.ErrorCode;
import org.standardops.model.Fault;
import org.standardops.model.ProductException;
import org.standardops.model.task.AtomRef;
import org.standardops.services.port.BundleInstaller;
import org.standardops.services.port.BundleStore;
import org.standardops.services.port.BundleStore.Origin;
import org.standardops.services.port.BundleStore.StoredBundle;

/**
 * Keeps store and framework alike: what is stored runs, what is not stored does not. One change at
 * a time.
 */
final class AtomInstaller implements BundleInstaller {

  private static final Logger LOG = LoggerFactory.getLogger(AtomInstaller.class);
  private static final String ACTIVE = "ACTIVE";

  private final AtomJarCheck check;
  private final BundleStore store;
  private final AtomBundles bundles;
  private final InstantSource clock;
  private final Duration patience;

  /** Why a stored bundle does not run, by digest. */
  private final Map<String, String> problems = new ConcurrentHashMap<>();

  private volatile boolean synced;

  /**
   * @param patience how long the atoms of started bundles may take to come
   */
  AtomInstaller(
      AtomJarCheck check,
      BundleStore store,
      AtomBundles bundles,
      InstantSource clock,
      Duration patience) {
    this.check = check;
    this.store = store;
    this.bundles = bundles;
    this.clock = clock;
    this.patience = patience;
  }

  @Override
  public boolean synced() {
    return synced;
  }

  @Override
  public synchronized InstalledBundle install(byte[] jar, String by) {
    if (!synced) {
      throw new ProductException(
          ErrorCode.UNAVAILABLE,
          "The server is still bringing in the atom bundles it has: try again in a few seconds.");
    }
    AtomJar found = check.check(jar);
    Optional<StoredBundle> before = stored(found);
    if (before.isPresent() && !before.get().sha256().equals(found.sha256())) {
      throw alreadyThere(found);
    }
    StoredBundle bundle = before.orElseGet(() -> described(found, jar, Origin.UPLOADED, by));
    if (before.isEmpty() && !store.add(bundle, jar)) {
      throw alreadyThere(found); // another server was quicker
    }
    Optional<String> problem = bringIn(bundle, jar);
    if (problem.isPresent()) {
      throw notStarted(bundle, problem.get(), before.isEmpty());
    }
    problems.remove(bundle.sha256());
    LOG.info(
        "{} installed the atom bundle {} {} with {}.",
        by,
        bundle.symbolicName(),
        bundle.version(),
        found.codes());
    return view(bundle);
  }

  private ProductException notStarted(StoredBundle bundle, String problem, boolean isNew) {
    if (isNew) {
      store.remove(bundle.symbolicName(), bundle.version());
    } else { // it ran before, and tasks may rely on it
      problems.put(bundle.sha256(), problem);
    }
    return ProductException.invalid(List.of(new Fault("", "NOT_STARTED", problem)));
  }

  /** Empty: it runs. Where it does not, nothing of it is left in the framework. */
  private Optional<String> bringIn(StoredBundle bundle, byte[] jar) {
    try {
      if (bundles.find(bundle).isEmpty()) {
        bundles.install(bundle, jar);
      }
      Bundle installed = bundles.find(bundle).orElseThrow();
      bundles.start(installed);
      List<AtomRef> missing = bundles.await(bundles.atoms(installed), patience);
      if (missing.isEmpty()) {
        return Optional.empty();
      }
      bundles.remove(bundle);
      return Optional.of(
          "It started, but did not bring "
              + missing
              + ": is there a DS component with @AtomCode for each? The server's log may say more.");
    } catch (BundleException e) {
      return Optional.of("The framework cannot start it: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProductException(ErrorCode.UNAVAILABLE, "The server is stopping.");
    }
  }

  /**
   * Stores a bundle of the download, unless that very name and version is stored already.
   *
   * @throws ProductException INVALID with every reason against it, ALREADY_EXISTS
   */
  synchronized void ship(byte[] jar) {
    String sha256 = AtomJar.sha256(jar);
    if (store.list().stream().anyMatch(stored -> stored.sha256().equals(sha256))) {
      return;
    }
    AtomJar found = check.check(jar);
    if (!store.add(described(found, jar, Origin.SHIPPED, "download"), jar)
        && !stored(found).map(StoredBundle::sha256).equals(Optional.of(sha256))) {
      throw alreadyThere(found);
    }
  }

  /** Brings in all that is stored, removes what is not, and waits for the atoms. */
  synchronized void restore() throws InterruptedException {
    List<StoredBundle> stored = store.list();
    List<AtomRef> atoms = new ArrayList<>();
    try {
      bundles.removeAllBut(stored);
    } catch (BundleException e) {
      LOG.error("An atom bundle that is stored no more cannot be removed. Restart the server.", e);
    }
    for (StoredBundle bundle : stored) {
      try {
        atoms.addAll(bundles.atoms(restored(bundle)));
        problems.remove(bundle.sha256());
      } catch (BundleException e) {
        problems.put(bundle.sha256(), "The framework cannot start it: " + e.getMessage());
        LOG.error(
            "The stored atom bundle {} {} cannot be started; nodes that need it wait."
                + " Install a mended one with a higher version.",
            bundle.symbolicName(),
            bundle.version(),
            e);
      }
    }
    List<AtomRef> missing = bundles.await(atoms, patience);
    if (!missing.isEmpty()) {
      LOG.error(
          "The bundles of the atoms {} run, but did not bring them; nodes that need them wait."
              + " See the messages of their components.",
          missing);
    }
    synced = true;
  }

  private Bundle restored(StoredBundle bundle) throws BundleException {
    if (bundles.find(bundle).isEmpty()) {
      byte[] jar = store.bytes(bundle.symbolicName(), bundle.version()).orElseThrow();
      if (!AtomJar.sha256(jar).equals(bundle.sha256())) {
        throw new BundleException("its stored bytes are damaged: they do not fit their digest");
      }
      bundles.install(bundle, jar);
    }
    Bundle installed = bundles.find(bundle).orElseThrow();
    bundles.start(installed);
    return installed;
  }

  @Override
  public List<InstalledBundle> list() {
    return store.list().stream().map(this::view).toList();
  }

  private InstalledBundle view(StoredBundle stored) {
    Optional<Bundle> bundle = bundles.find(stored);
    List<AtomRef> atoms = bundle.map(bundles::atoms).orElse(List.of());
    return new InstalledBundle(
        stored.symbolicName(),
        stored.version(),
        stored.sha256(),
        atoms.stream().map(AtomRef::code).toList(),
        state(stored, bundle, bundles.missing(atoms)));
  }

  private String state(StoredBundle stored, Optional<Bundle> bundle, List<AtomRef> missing) {
    if (problems.containsKey(stored.sha256())) {
      return problems.get(stored.sha256());
    }
    if (bundle.isEmpty() || bundle.get().getState() != Bundle.ACTIVE) {
      return "It is not started yet.";
    }
    return missing.isEmpty() ? ACTIVE : "It runs, but does not bring " + missing + ".";
  }

  private Optional<StoredBundle> stored(AtomJar jar) {
    return store.list().stream()
        .filter(stored -> stored.symbolicName().equals(jar.symbolicName()))
        .filter(stored -> stored.version().equals(jar.version().toString()))
        .findFirst();
  }

  private StoredBundle described(AtomJar found, byte[] jar, Origin origin, String by) {
    return new StoredBundle(
        found.symbolicName(),
        found.version().toString(),
        found.sha256(),
        jar.length,
        origin,
        by,
        clock.instant());
  }

  private static ProductException alreadyThere(AtomJar jar) {
    return new ProductException(
        ErrorCode.ALREADY_EXISTS,
        "The bundle "
            + jar.symbolicName()
            + " "
            + jar.version()
            + " is here already with other content, and tasks rely on it: raise the version.");
  }
}
