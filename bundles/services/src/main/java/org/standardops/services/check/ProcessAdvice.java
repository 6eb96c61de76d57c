package org.standardops.services.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.standardops.engine.port.AtomCatalog.InstalledAtom;
import org.standardops.model.process.Node;
import org.standardops.model.process.ProcessDefinition;
import org.standardops.model.process.Step;
import org.standardops.model.template.Templates;
import org.standardops.services.Warning;

/** What is allowed in a process, and yet hardly what its author meant. */
public final class ProcessAdvice {

  private final AtomVersions versions;

  public ProcessAdvice(AtomVersions versions) {
    this.versions = versions;
  }

  /**
   * Every warning, with pointers into the process.
   *
   * @param majors as in {@link AtomVersions#choose}
   */
  public List<Warning> of(ProcessDefinition process, Map<String, Integer> majors) {
    List<Warning> warnings = new ArrayList<>();
    unused(process, warnings);
    for (int i = 0; i < process.steps().size(); i++) {
      Step step = process.steps().get(i);
      if (i == 0 && step.start() == Step.Start.MANUAL) {
        warnings.add(
            new Warning(
                "/steps/0/start",
                "MANUAL_FIRST_STEP",
                "The first step starts by hand: a task that was started waits for a person at"
                    + " once."));
      }
      for (int j = 0; j < step.nodes().size(); j++) {
        String at = "/steps/" + i + "/nodes/" + j;
        timeout(at, step.nodes().get(j), process.timeout()).ifPresent(warnings::add);
        newer(at, step.nodes().get(j), majors).ifPresent(warnings::add);
      }
    }
    return warnings;
  }

  private static void unused(ProcessDefinition process, List<Warning> warnings) {
    Set<String> used = new HashSet<>();
    process
        .nodes()
        .forEach(
            node ->
                Templates.references(node.params())
                    .forEach(reference -> used.add(reference.path().split("\\.", 2)[0])));
    for (int i = 0; i < process.variables().size(); i++) {
      String key = process.variables().get(i).key();
      if (!used.contains(key)) {
        warnings.add(
            new Warning(
                "/variables/" + i,
                "UNUSED_VARIABLE",
                "No parameter uses ${" + key + "}: put it in one, or remove the variable."));
      }
    }
  }

  private static Optional<Warning> timeout(String at, Node node, Optional<Duration> whole) {
    return node.policy()
        .timeout()
        .filter(own -> whole.isPresent() && own.compareTo(whole.get()) > 0)
        .map(
            own ->
                new Warning(
                    at + "/policy/timeout",
                    "LONGER_THAN_PROCESS",
                    "One attempt may take "
                        + own
                        + ", and the whole process only "
                        + whole.get()
                        + "."));
  }

  private Optional<Warning> newer(String at, Node node, Map<String, Integer> majors) {
    Optional<InstalledAtom> newest = versions.newest(node.atom());
    Optional<InstalledAtom> chosen = versions.choose(node, majors);
    if (newest.isEmpty() || chosen.isEmpty()) {
      return Optional.empty();
    }
    String available = newest.get().description().atom().version();
    String used = chosen.get().description().atom().version();
    boolean pinned = node.atomVersion().isPresent();
    return AtomVersions.major(available) > AtomVersions.major(used)
            || pinned && !available.equals(used)
        ? Optional.of(
            new Warning(
                at + (pinned ? "/atomVersion" : "/atom"),
                "NEWER_ATOM_VERSION",
                "It runs on version "
                    + used
                    + " of the atom; "
                    + available
                    + " is installed. "
                    + (pinned ? "Leave the version out to use it." : "Save again to use it.")))
        : Optional.empty();
  }
}
