package org.standardops.engine.core;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.standardops.model.BusinessId;
import org.standardops.model.ProcessId;
import org.standardops.model.TaskId;
import org.standardops.model.process.ForEach;
import org.standardops.model.process.Policy;
import org.standardops.model.process.ProcessDefinition.OnTimeout;
import org.standardops.model.process.Step;
import org.standardops.model.process.TimingType;
import org.standardops.model.task.AtomRef;
import org.standardops.model.task.TaskPlan;
import org.standardops.model.task.TaskPlan.PlannedNode;
import org.standardops.model.task.TaskPlan.PlannedStep;

/** Plans to test with. */
final class SamplePlans {

  static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

  private SamplePlans() {}

  static PlannedNode node(String id) {
    return node(id, Policy.DEFAULT);
  }

  static PlannedNode node(String id, Policy policy) {
    return node(id, policy, Map.of(), Map.of());
  }

  static PlannedNode node(
      String id, Policy policy, Map<String, Object> params, Map<String, String> outputs) {
    return new PlannedNode(
        id,
        id,
        new AtomRef("sample", "1.0.0"),
        TimingType.OPERATION_EXECUTION,
        true,
        params,
        policy,
        outputs,
        Set.of());
  }

  static PlannedNode when(PlannedNode node, String condition) {
    return new PlannedNode(
        node.id(),
        node.name(),
        node.atom(),
        node.timing(),
        node.selected(),
        node.params(),
        node.policy(),
        node.outputs(),
        node.removed(),
        Optional.of(condition),
        node.forEach());
  }

  static PlannedStep when(PlannedStep step, String condition) {
    return new PlannedStep(
        step.id(),
        step.name(),
        step.mode(),
        step.start(),
        step.nodes(),
        Optional.of(condition),
        step.limit());
  }

  static PlannedStep limited(PlannedStep step, int limit) {
    return new PlannedStep(
        step.id(),
        step.name(),
        step.mode(),
        step.start(),
        step.nodes(),
        step.when(),
        Optional.of(limit));
  }

  static PlannedNode forEach(PlannedNode node, int limit, int failures, Object... items) {
    return new PlannedNode(
        node.id(),
        node.name(),
        node.atom(),
        node.timing(),
        node.selected(),
        Map.of("url", "${item}", "number", "${item_index}"),
        node.policy(),
        node.outputs(),
        node.removed(),
        node.when(),
        Optional.of(
            new ForEach(Arrays.asList(items), "item", limit, new ForEach.Tolerate(failures, 0.0))));
  }

  static PlannedNode excluded(String id) {
    PlannedNode node = node(id);
    return new PlannedNode(
        id, id, node.atom(), node.timing(), false, Map.of(), Policy.DEFAULT, Map.of(), Set.of());
  }

  static PlannedStep serial(String id, PlannedNode... nodes) {
    return new PlannedStep(id, id, Step.Mode.SERIAL, Step.Start.AUTOMATIC, Arrays.asList(nodes));
  }

  static PlannedStep parallel(String id, PlannedNode... nodes) {
    return new PlannedStep(id, id, Step.Mode.PARALLEL, Step.Start.AUTOMATIC, Arrays.asList(nodes));
  }

  static PlannedStep manual(String id, PlannedNode... nodes) {
    return new PlannedStep(id, id, Step.Mode.SERIAL, Step.Start.MANUAL, Arrays.asList(nodes));
  }

  static TaskPlan plan(PlannedStep... steps) {
    return plan(Optional.empty(), OnTimeout.NOTIFY, steps);
  }

  static TaskPlan plan(Optional<Duration> timeout, OnTimeout onTimeout, PlannedStep... steps) {
    return new TaskPlan(
        TaskId.at(NOW.toEpochMilli(), 7),
        new BusinessId("b1"),
        new ProcessId("p1"),
        "Sample",
        3,
        "Sample_1",
        new TaskPlan.Origin(TaskPlan.Origin.Kind.API, Optional.empty()),
        "ann",
        NOW,
        Optional.empty(),
        Map.of("urls", List.of("https://a", "https://b"), "yes", true, "no", false),
        Map.of("region", "eu"),
        timeout,
        onTimeout,
        Optional.empty(),
        List.of(steps));
  }

  static Policy retry(int attempts, Duration delay) {
    return new Policy(
        new Policy.Retry(attempts, delay, 2.0), Optional.empty(), Policy.OnFailure.STOP);
  }

  static Policy timeout(Duration timeout) {
    return new Policy(Policy.Retry.NONE, Optional.of(timeout), Policy.OnFailure.STOP);
  }
}
