package org.standardops.atom.host.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.standardops.engine.port.BundleState;
import org.standardops.model.ErrorCode;
import org.standardops.model.ProductException;
import org.standardops.model.task.AtomRef;
import org.standardops.services.port.BundleId;

/** Brings bundles into the framework and their atoms into the catalogue, or leaves nothing. */
final class RunningAtoms {

  private static final Logger LOG = LoggerFactory.getLogger(RunningAtoms.class);

  private final AtomBundles bundles;
  private final Catalogue catalogue;
  private final Duration patience;

  /**
   * @param patience how long the atoms of a bundle that has started may take to come
   */
  RunningAtoms(AtomBundles bundles, Catalogue catalogue, Duration patience) {
    this.bundles = bundles;
    this.catalogue = catalogue;
    this.patience = patience;
  }

  /**
   * Starts what a run of the server before this one has left, so that tasks find their atoms at
   * once. No new task gets any of it until the store has said what became of it.
   */
  void startKept() {
    for (Bundle bundle : bundles.all()) {
      catalogue.decide(bundle.getSymbolicName() + " " + bundle.getVersion(), BundleState.RETIRED);
      try {
        bundles.start(bundle);
      } catch (BundleException e) {
        LOG.debug("{} is looked at again when the database is there.", bundle, e);
      }
    }
  }

  /**
   * Brings a bundle in; no new task gets it before {@link Catalogue#decide} says so.
   *
   * @return why it does not run, and nothing of it is left; empty: it runs with all its atoms
   */
  Optional<String> bringIn(BundleId id, String sha256, Path jar) {
    catalogue.decide(id.words(), BundleState.RETIRED);
    catalogue.takeRefusal(id.words());
    Optional<String> problem = start(id, sha256, jar);
    if (problem.isPresent()) {
      remove(id, sha256);
    }
    return problem;
  }

  private Optional<String> start(BundleId id, String sha256, Path jar) {
    try {
      Bundle bundle = bundles.bringIn(id, sha256, jar);
      List<AtomRef> missing = bundles.await(bundles.atoms(bundle), patience);
      return missing.isEmpty() ? Optional.empty() : Optional.of(didNotCome(id, missing));
    } catch (BundleException e) {
      return Optional.of("The framework cannot start it: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProductException(ErrorCode.UNAVAILABLE, "The server is stopping.");
    }
  }

  private String didNotCome(BundleId id, List<AtomRef> missing) {
    return "It started, but did not bring "
        + missing
        + ": "
        + catalogue
            .takeRefusal(id.words())
            .orElse(
                "is there a DS component with @AtomCode for each? The server's log may say more")
        + ".";
  }

  void remove(BundleId id, String sha256) {
    try {
      bundles.remove(id, sha256);
    } catch (BundleException e) {
      LOG.error(
          "The bundle {} cannot be taken out of the framework: it goes at the next start of the"
              + " server.",
          id,
          e);
    }
  }

  boolean isComplete(BundleId id, String sha256) {
    return bundles
        .find(id, sha256)
        .filter(bundle -> bundle.getState() == Bundle.ACTIVE)
        .filter(bundle -> bundles.missing(bundles.atoms(bundle)).isEmpty())
        .isPresent();
  }

  /** What a bundle in the framework says it brings. */
  List<AtomRef> atoms(BundleId id, String sha256) {
    return bundles.find(id, sha256).map(bundles::atoms).orElse(List.of());
  }
}
