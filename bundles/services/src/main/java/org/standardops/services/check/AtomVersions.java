package org.standardops.services.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.standardops.engine.port.AtomCatalog;
import org.standardops.engine.port.AtomCatalog.InstalledAtom;
import org.standardops.engine.port.BundleState;
import org.standardops.model.process.Node;
import org.standardops.model.process.ProcessDefinition;
import org.standardops.model.task.AtomRef;

/** Chooses the version of its atom that a node runs on. */
public final class AtomVersions {

  private final AtomCatalog atoms;

  public AtomVersions(AtomCatalog atoms) {
    this.atoms = atoms;
  }

  /** That very version; empty where it is not installed. */
  public Optional<InstalledAtom> find(AtomRef atom) {
    return atoms.find(atom);
  }

  /** True where new tasks may use this version. */
  public boolean isActive(AtomRef atom) {
    return atoms.state(atom) == BundleState.ACTIVE;
  }

  /**
   * The version pinned by hand, where it is active; else the highest active one.
   *
   * @param majors major version of each node's atom at the last save, by node id; a node that is
   *     missing gets the highest of all
   */
  public Optional<InstalledAtom> choose(Node node, Map<String, Integer> majors) {
    return node.atomVersion()
        .map(version -> new AtomRef(node.atom(), version))
        .map(pinned -> atoms.find(pinned).filter(found -> isActive(pinned)))
        .orElseGet(() -> atoms.newest(node.atom(), Optional.ofNullable(majors.get(node.id()))));
  }

  /** The version of each node's atom, by node id; nodes of unknown atoms are missing. */
  public Map<String, String> resolve(ProcessDefinition process, Map<String, Integer> majors) {
    Map<String, String> versions = new HashMap<>();
    process
        .nodes()
        .forEach(
            node ->
                choose(node, majors)
                    .ifPresent(
                        atom -> versions.put(node.id(), atom.description().atom().version())));
    return versions;
  }

  /** The major versions to remember at a save, by node id. */
  public Map<String, Integer> majors(ProcessDefinition process) {
    Map<String, Integer> majors = new HashMap<>();
    resolve(process, Map.of()).forEach((node, version) -> majors.put(node, major(version)));
    return majors;
  }

  /** The highest active version of all. */
  Optional<InstalledAtom> newest(String code) {
    return atoms.newest(code, Optional.empty());
  }

  /** True where some version of this atom is installed. */
  boolean isKnown(String code) {
    return atoms.all().stream().anyMatch(atom -> atom.description().atom().code().equals(code));
  }

  static int major(String version) {
    return Integer.parseInt(version.split("\\.", 2)[0]);
  }
}
