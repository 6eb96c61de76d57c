package org.standardops.atom.host.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.BundleException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.standardops.services.port.BundleStore;
import org.standardops.services.port.BundleStore.StoredBundle;

/** At a start, makes the framework equal to the store, whatever happened before. */
final class StoredBundles {

  private static final Logger LOG = LoggerFactory.getLogger(StoredBundles.class);

  private final BundleStore store;
  private final AtomBundles bundles;
  private final RunningAtoms running;
  private final KnownBundles known;

  StoredBundles(BundleStore store, AtomBundles bundles, RunningAtoms running, KnownBundles known) {
    this.store = store;
    this.bundles = bundles;
    this.running = running;
    this.known = known;
  }

  /** Brings in all that is stored, and takes out what is not. */
  void restore() {
    List<StoredBundle> stored = store.list();
    try {
      bundles.removeAllBut(stored);
    } catch (BundleException e) {
      LOG.error("An atom bundle that is stored no more cannot be removed. Restart the server.", e);
    }
    store.removed().forEach(known::remember);
    for (StoredBundle bundle : stored) {
      Optional<String> problem =
          running.isComplete(bundle.id(), bundle.sha256()) ? Optional.empty() : bringIn(bundle);
      if (problem.isPresent()) {
        known.failed(bundle.id(), problem.get());
        LOG.error(
            "The stored atom bundle {} does not run, and nodes that need it wait: {} Upload the"
                + " same jar again; or remove the bundle, and install a mended one with a higher"
                + " version.",
            bundle.id(),
            problem.get());
      }
      known.decided(bundle);
    }
    known.setSynced();
  }

  private Optional<String> bringIn(StoredBundle bundle) {
    try {
      Path jar = Files.createTempFile("atom-bundle", ".jar");
      try {
        try (OutputStream to = Files.newOutputStream(jar)) {
          store.read(bundle.id(), to);
        }
        return AtomJar.sha256(jar).equals(bundle.sha256())
            ? running.bringIn(bundle.id(), bundle.sha256(), jar)
            : Optional.of("Its stored bytes are damaged: they do not fit their digest.");
      } finally {
        Files.delete(jar);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("A file for the bundle cannot be written.", e);
    }
  }
}
