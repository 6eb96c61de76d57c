package org.standardops.rest.process;

import java.util.HashMap;
import java.util.Map;
import org.standardops.model.process.TimingType;
import org.standardops.services.AtomService;
import org.standardops.services.Caller;

/** The timing types that atoms have by themselves, for nodes whose author chose none. */
final class AtomTimings {

  private final AtomService atoms;

  AtomTimings(AtomService atoms) {
    this.atoms = atoms;
  }

  /** By the atoms' codes, of their highest versions; nothing is looked up where none is missing. */
  Map<String, TimingType> of(Caller caller, ProcessInput input) {
    Map<String, TimingType> timings = new HashMap<>();
    boolean missing =
        input.steps().stream()
            .flatMap(step -> step.nodes().stream())
            .anyMatch(node -> node.timing().isEmpty());
    if (missing) {
      atoms
          .list(caller)
          .forEach(
              atom ->
                  timings.putIfAbsent(
                      atom.description().atom().code(), atom.description().timing()));
    }
    return timings;
  }
}
