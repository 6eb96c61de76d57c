package org.standardops.rest.fake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.standardops.model.BusinessId;
import org.standardops.model.ProcessId;
import org.standardops.model.TaskId;
import org.standardops.model.process.Policy;
import org.standardops.model.process.ProcessDefinition;
import org.standardops.model.process.Step;
import org.standardops.model.process.TimingType;
import org.standardops.model.task.AtomRef;
import org.standardops.model.task.TaskPlan;
import org.standardops.services.TaskInput;

/** The plan of a task that prefetches, and verifies after a person's word. */
final class Plans {

  private Plans() {}

  static TaskPlan cdnPrefetch(
      TaskId id, ProcessId process, String by, TaskInput input, Instant now) {
    return new TaskPlan(
        id,
        new BusinessId("web"),
        process,
        "CDN Prefetch",
        3,
        input.name().orElse("CDN Prefetch_20261123160000"),
        new TaskPlan.Origin(TaskPlan.Origin.Kind.API, Optional.empty()),
        by,
        now,
        input.startAt().map(at -> new TaskPlan.StartAt(at, by, false)),
        input.variables(),
        Map.of(),
        Optional.empty(),
        ProcessDefinition.OnTimeout.NOTIFY,
        Optional.empty(),
        List.of(
            new TaskPlan.PlannedStep(
                "prefetch",
                "Prefetch",
                Step.Mode.SERIAL,
                Step.Start.AUTOMATIC,
                List.of(node("push", input, Map.of("forceRefresh", true, "urls", "${urls}")))),
            new TaskPlan.PlannedStep(
                "verify",
                "Verify",
                Step.Mode.PARALLEL,
                Step.Start.MANUAL,
                List.of(
                    node(
                        "compare",
                        input,
                        Map.of("urls", "${urls}", "ids", "${node.push.taskIds}"))))));
  }

  private static TaskPlan.PlannedNode node(String id, TaskInput input, Map<String, Object> params) {
    return new TaskPlan.PlannedNode(
        id,
        "The node " + id,
        new AtomRef("tencent-cdn-prefetch", "1.0.0"),
        TimingType.OPERATION_EXECUTION,
        input.nodes().map(selected -> selected.contains(id)).orElse(true),
        params,
        Policy.DEFAULT,
        Map.of(),
        Set.of());
  }
}
