package org.standardops.services.plan;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.standardops.engine.port.AtomCatalog.InstalledAtom;
import org.standardops.model.Fault;
import org.standardops.model.TaskId;
import org.standardops.model.process.Node;
import org.standardops.model.task.AtomRef;
import org.standardops.model.task.TaskPlan;
import org.standardops.services.TaskInput;
import org.standardops.services.check.AtomVersions;
import org.standardops.services.check.BusinessValues;
import org.standardops.services.port.StoredProcess;

/** Makes the plan of a task from a process and what was entered. */
public final class TaskPlanner {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);

  private final AtomVersions versions;

  public TaskPlanner(AtomVersions versions) {
    this.versions = versions;
  }

  /**
   * What is known of a task before anything was entered.
   *
   * @param process the revision that it is made of
   * @param pinned versions that it has already, by node id
   */
  public record Origin(
      TaskId id,
      StoredProcess process,
      Map<String, AtomRef> pinned,
      TaskPlan.Origin origin,
      String createdBy,
      Instant createdAt) {

    /** The task as it was made before, for another plan of it. */
    public static Origin of(TaskPlan plan, StoredProcess process) {
      Map<String, AtomRef> pinned =
          plan.nodes()
              .collect(Collectors.toMap(TaskPlan.PlannedNode::id, TaskPlan.PlannedNode::atom));
      return new Origin(
          plan.id(), process, pinned, plan.origin(), plan.createdBy(), plan.createdAt());
    }

    String defaultName() {
      return process.definition().name() + "_" + STAMP.format(createdAt);
    }
  }

  /**
   * What came of planning.
   *
   * @param plan only to be used where there is no fault
   * @param faults with pointers into what was sent
   */
  public record Planned(TaskPlan plan, List<Fault> faults) {

    /** The same, to start at the time that was sent. */
    public Planned startingAt(PlannedStart start, String by, Instant now) {
      List<Fault> all = Stream.concat(faults.stream(), start.check(now).stream()).toList();
      return new Planned(plan.startingAt(start.asSetBy(by)), all);
    }
  }

  /**
   * @param business the configuration that the task is to have, and names of secrets
   */
  public Planned plan(Origin origin, TaskInput input, BusinessValues business) {
    return new Planning(origin, input, business, node -> atom(origin, node)).plan();
  }

  private Optional<InstalledAtom> atom(Origin origin, Node node) {
    return Optional.ofNullable(origin.pinned().get(node.id()))
        .map(versions::find)
        .orElseGet(() -> versions.choose(node, origin.process().majors()));
  }
}
