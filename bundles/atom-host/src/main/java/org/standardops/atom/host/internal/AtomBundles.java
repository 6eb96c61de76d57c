package org.standardops.atom.host.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.standardops.atom.Atom;
import org.standardops.engine.port.AtomCatalog;
import org.standardops.model.task.AtomRef;
import org.standardops.services.port.BundleId;
import org.standardops.services.port.BundleStore.StoredBundle;

/**
 * The atom bundles in the framework. The location of each tells which bytes it was made of, so that
 * it can be compared with the store after any crash.
 */
final class AtomBundles {

  static final String LOCATION = "atom:";
  private static final int START_LEVEL = 80;

  private final BundleContext context;
  private final AtomCatalog catalog;
  private final Duration patience;

  /**
   * @param patience how long a bundle may take to start
   */
  AtomBundles(BundleContext context, AtomCatalog catalog, Duration patience) {
    this.context = context;
    this.catalog = catalog;
    this.patience = patience;
  }

  Optional<Bundle> find(BundleId id, String sha256) {
    return Optional.ofNullable(context.getBundle(location(id, sha256)));
  }

  /** All, whether they are stored or not. */
  List<Bundle> all() {
    return Arrays.stream(context.getBundles())
        .filter(bundle -> bundle.getLocation().startsWith(LOCATION))
        .toList();
  }

  /** Installs it, or finds it there, and starts it. */
  Bundle bringIn(BundleId id, String sha256, Path jar) throws BundleException {
    removeOtherBytesOf(id, sha256);
    Bundle bundle = find(id, sha256).orElse(null);
    if (bundle == null) {
      try (InputStream bytes = Files.newInputStream(jar)) {
        bundle = context.installBundle(location(id, sha256), bytes);
      } catch (IOException e) {
        throw new BundleException("its file cannot be read", e);
      }
      bundle.adapt(BundleStartLevel.class).setStartLevel(START_LEVEL);
    }
    start(bundle);
    return bundle;
  }

  /**
   * Starts it, within bounds: the atoms' constructors run in here, and they are strangers' code.
   * Transient, as the framework itself would wait for a hanging one for ever at its next start.
   */
  void start(Bundle bundle) throws BundleException {
    FutureTask<Void> starting =
        new FutureTask<>(
            () -> {
              bundle.start(Bundle.START_TRANSIENT);
              return null;
            });
    Thread thread = new Thread(starting, "standardops-start-" + bundle.getSymbolicName());
    thread.setDaemon(true);
    thread.setContextClassLoader(AtomBundles.class.getClassLoader());
    thread.start();
    try {
      starting.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof BundleException refused
          ? refused
          : new BundleException(String.valueOf(e.getCause()), e.getCause());
    } catch (TimeoutException e) {
      String at = Arrays.stream(thread.getStackTrace()).findFirst().map(f -> "" + f).orElse("");
      starting.cancel(true);
      throw new BundleException("it did not start within " + patience + "; it hangs at " + at, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BundleException("the server is stopping", e);
    }
  }

  /** Nothing of it is left in the framework. */
  void remove(BundleId id, String sha256) throws BundleException {
    Optional<Bundle> bundle = find(id, sha256);
    if (bundle.isPresent()) {
      bundle.get().uninstall();
    }
  }

  private void removeOtherBytesOf(BundleId id, String sha256) throws BundleException {
    String own = location(id, sha256);
    for (Bundle bundle : all()) {
      boolean same = bundle.getLocation().startsWith(location(id, ""));
      if (same && !bundle.getLocation().equals(own)) {
        bundle.uninstall();
      }
    }
  }

  /** Removes the atom bundles that are not among these. */
  void removeAllBut(Collection<StoredBundle> stored) throws BundleException {
    Set<String> kept =
        stored.stream()
            .map(bundle -> location(bundle.id(), bundle.sha256()))
            .collect(Collectors.toSet());
    for (Bundle bundle : all()) {
      if (!kept.contains(bundle.getLocation())) {
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

  private static String location(BundleId id, String sha256) {
    return LOCATION + id + ":" + sha256;
  }
}
