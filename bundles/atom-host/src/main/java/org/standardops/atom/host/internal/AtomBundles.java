package org.standardops.atom.host.internal;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.standardops.atom.Atom;
import org.standardops.engine.port.AtomCatalog;
import org.standardops.model.task.AtomRef;
import org.standardops.services.port.BundleStore.StoredBundle;

/**
 * The atom bundles in the framework. The location of each tells which bytes it was made of, so that
 * it can be compared with the store after any crash.
 */
final class AtomBundles {

  private static final String LOCATION = "atom:";
  private static final int START_LEVEL = 80;

  private final BundleContext context;
  private final AtomCatalog catalog;

  AtomBundles(BundleContext context, AtomCatalog catalog) {
    this.context = context;
    this.catalog = catalog;
  }

  Optional<Bundle> find(StoredBundle stored) {
    return Optional.ofNullable(context.getBundle(location(stored)));
  }

  /** Installs and starts it; where that fails, nothing is left behind. */
  void install(StoredBundle stored, byte[] bytes) throws BundleException {
    removeOtherBytesOf(stored);
    Bundle bundle = context.installBundle(location(stored), new ByteArrayInputStream(bytes));
    try {
      bundle.adapt(BundleStartLevel.class).setStartLevel(START_LEVEL);
      bundle.start(); // kept by the framework: started again after a restart
    } catch (BundleException e) {
      bundle.uninstall();
      throw e;
    }
  }

  /** A crash may have come between installation and start. */
  void start(Bundle bundle) throws BundleException {
    bundle.start();
  }

  void remove(StoredBundle stored) throws BundleException {
    Optional<Bundle> bundle = find(stored);
    if (bundle.isPresent()) {
      bundle.get().uninstall();
    }
  }

  private void removeOtherBytesOf(StoredBundle stored) throws BundleException {
    String anyBytes = location(stored.symbolicName(), stored.version(), "");
    for (Bundle bundle : context.getBundles()) {
      if (bundle.getLocation().startsWith(anyBytes)) {
        bundle.uninstall();
      }
    }
  }

  /** Removes the atom bundles that are not among these. */
  void removeAllBut(Collection<StoredBundle> stored) throws BundleException {
    Set<String> kept = stored.stream().map(AtomBundles::location).collect(Collectors.toSet());
    for (Bundle bundle : context.getBundles()) {
      if (bundle.getLocation().startsWith(LOCATION) && !kept.contains(bundle.getLocation())) {
        bundle.uninstall();
      }
    }
  }

  /** What the bundle says it brings. */
  List<AtomRef> atoms(Bundle bundle) {
    Enumeration<String> files = bundle.getEntryPaths(Atom.DESCRIPTION_FOLDER);
    return files == null
        ? List.of()
        : Collections.list(files).stream()
            .filter(file -> file.endsWith(".json"))
            .map(file -> file.substring(Atom.DESCRIPTION_FOLDER.length() + 1))
            .map(file -> file.substring(0, file.length() - ".json".length()))
            .map(code -> new AtomRef(code, bundle.getVersion().toString()))
            .sorted(Comparator.comparing(AtomRef::code))
            .toList();
  }

  /** Those of the atoms that are not in the catalogue. */
  List<AtomRef> missing(Collection<AtomRef> atoms) {
    return atoms.stream().filter(atom -> catalog.find(atom).isEmpty()).toList();
  }

  /**
   * Waits until the atoms are in the catalogue.
   *
   * @return those that did not come in time
   */
  List<AtomRef> await(Collection<AtomRef> atoms, Duration atMost) throws InterruptedException {
    CountDownLatch all = new CountDownLatch(1);
    Runnable look =
        () -> {
          if (missing(atoms).isEmpty()) {
            all.countDown();
          }
        };
    AutoCloseable listening = catalog.onChange(look);
    try {
      look.run();
      all.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } finally {
      end(listening);
    }
    return missing(atoms);
  }

  private static void end(AutoCloseable listening) {
    try {
      listening.close();
    } catch (Exception e) { // AutoCloseable may throw anything
      throw new IllegalStateException("The catalogue could not end a listener.", e);
    }
  }

  private static String location(StoredBundle stored) {
    return location(stored.symbolicName(), stored.version(), stored.sha256());
  }

  private static String location(String symbolicName, String version, String sha256) {
    return LOCATION + symbolicName + ":" + version + ":" + sha256;
  }
}
