package org.standardops.atom.host.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.standardops.engine.port.AtomCatalog.InstalledAtom;
import org.standardops.engine.port.BundleState;
import org.standardops.model.task.AtomRef;
import org.standardops.services.port.BroughtAtom;
import org.standardops.services.port.BundleId;
import org.standardops.services.port.BundleStore.RemovedBundle;
import org.standardops.services.port.BundleStore.StoredBundle;

/**
 * What this server knows of the stored bundles beside the store: whether they run, why not, and
 * what was decided of them, which the catalogue is told. Thread-safe.
 */
final class KnownBundles {

  private final RunningAtoms running;
  private final Catalogue catalogue;
  private final Map<BundleId, String> failures = new ConcurrentHashMap<>();
  private final Map<String, String> leftOut = new ConcurrentHashMap<>();
  private final Set<BundleId> draining = ConcurrentHashMap.newKeySet();
  private volatile boolean synced;

  KnownBundles(RunningAtoms running, Catalogue catalogue) {
    this.running = running;
    this.catalogue = catalogue;
  }

  boolean synced() {
    return synced;
  }

  void setSynced() {
    synced = true;
  }

  /** The bundle runs, and what the store says of it counts from now on. */
  void decided(StoredBundle bundle) {
    if (running.isComplete(bundle.id(), bundle.sha256())) {
      failures.remove(bundle.id());
    }
    if (bundle.state() == BundleState.DRAINING) {
      draining.add(bundle.id());
    } else {
      draining.remove(bundle.id());
    }
    catalogue.remember(bundle.id().words(), refs(bundle.id(), atoms(bundle)));
    catalogue.decide(bundle.id().words(), bundle.state());
  }

  void failed(BundleId id, String reason) {
    failures.put(id, reason);
  }

  /** A bundle of the download that is not even stored. */
  void leftOut(String file, String reason) {
    leftOut.put(file, reason);
  }

  void removed(StoredBundle bundle) {
    failures.remove(bundle.id());
    draining.remove(bundle.id());
  }

  /** Removed before this start: nodes that wait for it are told its name. */
  void remember(RemovedBundle bundle) {
    catalogue.remember(bundle.id().words(), refs(bundle.id(), bundle.atoms()));
  }

  boolean anyDraining() {
    return !draining.isEmpty();
  }

  /** As stored, or as the bundle itself says where an older release has stored it. */
  List<BroughtAtom> atoms(StoredBundle bundle) {
    return bundle.atoms().isEmpty()
        ? running.atoms(bundle.id(), bundle.sha256()).stream()
            .map(atom -> new BroughtAtom(atom.code(), name(atom)))
            .toList()
        : bundle.atoms();
  }

  private Map<String, String> name(AtomRef atom) {
    return catalogue
        .find(atom)
        .map(InstalledAtom::description)
        .map(found -> found.name())
        .orElse(Map.of());
  }

  private static List<AtomRef> refs(BundleId id, List<BroughtAtom> atoms) {
    return atoms.stream().map(atom -> new AtomRef(atom.code(), id.version())).toList();
  }

  /** Why a bundle does not run, and what to do. */
  Optional<String> problem(StoredBundle bundle) {
    if (failures.containsKey(bundle.id())) {
      return Optional.of(
          failures.get(bundle.id())
              + " Nodes that need it wait. Upload the same jar again; or remove the bundle, and"
              + " install a mended one with a higher version.");
    }
    return running.isComplete(bundle.id(), bundle.sha256())
        ? Optional.empty()
        : Optional.of("It does not run on this server now. Upload the same jar again to start it.");
  }

  /** Sentences for people who look after the server. */
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    new TreeMap<>(leftOut)
        .forEach(
            (file, reason) ->
                problems.add(
                    "The atom bundle " + file + " of the download is left out: " + reason));
    failures.forEach(
        (id, reason) ->
            problems.add(
                "The atom bundle "
                    + id
                    + " does not run: "
                    + reason
                    + " See /bundles/"
                    + id
                    + "."));
    return problems;
  }
}
