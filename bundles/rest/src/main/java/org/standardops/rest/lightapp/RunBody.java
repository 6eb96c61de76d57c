package org.standardops.rest.lightapp;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.standardops.engine.core.Action;
import org.standardops.engine.core.Steps;
import org.standardops.model.task.NodeStatus;
import org.standardops.model.task.StepStatus;
import org.standardops.model.task.TaskPlan;
import org.standardops.model.task.TaskPlan.PlannedNode;
import org.standardops.model.task.TaskStatus;
import org.standardops.rest.http.Language;
import org.standardops.services.LightAppRun;

/**
 * A run as its user sees it.
 *
 * @param words the state in plain words, and what to do
 * @param progress 0.0 to 1.0
 */
public record RunBody(
    String id,
    String name,
    AppRef app,
    TaskStatus state,
    String words,
    double progress,
    List<StepBody> steps,
    List<LightAppRun.Labelled> inputs,
    List<LightAppRun.Labelled> outputs,
    List<LightAppRun.Contact> contacts,
    String createdBy,
    Instant createdAt,
    Optional<Instant> startedAt,
    Optional<Instant> endedAt,
    Set<Action> allowed) {

  /** The light app that is run. */
  public record AppRef(String id, String name) {}

  /** A step, by the name that people know. */
  public record StepBody(String name, StepStatus state) {}

  public static RunBody of(LightAppRun run, Language language) {
    TaskPlan plan = run.task().plan();
    return new RunBody(
        plan.id().toString(),
        plan.name(),
        new AppRef(run.app().id().value(), run.app().form().name()),
        run.task().status(),
        RunWords.of(run, language),
        progress(run),
        plan.steps().stream()
            .map(step -> new StepBody(step.name(), Steps.status(run.task(), step)))
            .filter(step -> step.state() != StepStatus.EXCLUDED)
            .toList(),
        run.inputs(),
        run.outputs(),
        run.contacts(),
        plan.createdBy(),
        plan.createdAt(),
        run.task().startedAt(),
        run.task().endedAt(),
        run.allowed());
  }

  private static double progress(LightAppRun run) {
    List<NodeStatus> nodes =
        run.task()
            .plan()
            .nodes()
            .filter(PlannedNode::selected)
            .map(node -> run.task().nodes().get(node.id()).status())
            .toList();
    long done = nodes.stream().filter(NodeStatus::isDone).count();
    return nodes.isEmpty() ? 1 : (double) done / nodes.size();
  }
}
