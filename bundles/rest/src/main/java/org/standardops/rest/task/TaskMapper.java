package org.standardops.rest.task;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.standardops.engine.core.Action;
import org.standardops.engine.core.Allowed;
import org.standardops.engine.core.AttemptState;
import org.standardops.engine.core.ElementId;
import org.standardops.engine.core.NodeState;
import org.standardops.engine.core.Steps;
import org.standardops.engine.core.TaskState;
import org.standardops.model.ProductException;
import org.standardops.model.SealedText;
import org.standardops.model.task.NodeError;
import org.standardops.model.task.TaskPlan;
import org.standardops.model.task.TaskPlan.PlannedNode;
import org.standardops.model.task.TaskPlan.PlannedStep;
import org.standardops.model.task.TaskStatus;
import org.standardops.rest.http.FaultTexts;
import org.standardops.rest.http.Language;
import org.standardops.rest.task.NodeBody.AttemptBody;
import org.standardops.rest.task.TaskBody.ProcessRef;
import org.standardops.rest.task.TaskBody.StepBody;
import org.standardops.services.ElementsView;
import org.standardops.services.TaskView;

/** From a task as services show it to what is answered. */
final class TaskMapper {

  private final TaskView view;
  private final Language language;
  private final TaskState task;
  private final TaskPlan plan;

  private TaskMapper(TaskView view, Language language) {
    this.view = view;
    this.language = language;
    this.task = view.task();
    this.plan = task.plan();
  }

  static TaskBody body(TaskView view, Language language) {
    return new TaskMapper(view, language).body();
  }

  /** One node with its attempts. */
  static NodeBody node(TaskView view, String node, Language language) {
    TaskMapper mapper = new TaskMapper(view, language);
    return view.task()
        .plan()
        .nodes()
        .filter(planned -> planned.id().equals(node))
        .map(planned -> mapper.node(planned, true))
        .findFirst()
        .orElseThrow(() -> ProductException.notFound("The node " + node));
  }

  private TaskBody body() {
    boolean editable = task.status() == TaskStatus.CREATED;
    return new TaskBody(
        plan.id().toString(),
        plan.name(),
        task.status(),
        task.overdue(),
        new ProcessRef(plan.process().value(), plan.processName(), plan.revision()),
        plan.business().value(),
        plan.origin(),
        plan.createdBy(),
        plan.createdAt(),
        plan.startAt().map(TaskPlan.StartAt::at),
        task.startedAt(),
        task.endedAt(),
        view.onlyAsked() ? Map.of() : SealedText.shownObject(task.variables()),
        editable ? Optional.of(selected()) : Optional.empty(),
        editable ? Optional.of(written()) : Optional.empty(),
        plan.steps().stream().map(this::step).toList(),
        FaultTexts.warnings(language, view.warnings()),
        view.allowed());
  }

  private List<String> selected() {
    return plan.nodes().filter(PlannedNode::selected).map(PlannedNode::id).toList();
  }

  private Map<String, Map<String, Object>> written() {
    Map<String, Map<String, Object>> params = new LinkedHashMap<>();
    plan.nodes()
        .forEach(
            node -> {
              Map<String, Object> written = new LinkedHashMap<>(node.params());
              node.removed().forEach(key -> written.put(key, null));
              params.put(node.id(), written);
            });
    return params;
  }

  private StepBody step(PlannedStep step) {
    return new StepBody(
        step.id(),
        step.name(),
        step.mode(),
        step.start(),
        Steps.status(task, step),
        Optional.ofNullable(task.conditions().get(step.id())),
        step.nodes().stream().map(node -> node(node, false)).toList(),
        allowed(step));
  }

  private Set<Action> allowed(PlannedStep step) {
    Set<Action> allowed = EnumSet.noneOf(Action.class);
    allowed.addAll(Allowed.step(task, step));
    allowed.retainAll(view.allowed());
    return allowed;
  }

  private NodeBody node(PlannedNode planned, boolean withAttempts) {
    return view.onlyAsked() ? asked(planned, withAttempts) : whole(planned, withAttempts);
  }

  /** Names and states, and the question to whom it asks. */
  private NodeBody asked(PlannedNode planned, boolean withAttempts) {
    NodeState node = task.nodes().get(planned.id());
    Set<Action> allowed = view.nodesAllowed().getOrDefault(planned.id(), Set.of());
    return new NodeBody(
        planned.id(),
        planned.name(),
        node.atom(),
        planned.timing(),
        node.status(),
        Optional.empty(),
        node.question().filter(question -> allowed.contains(Action.CONTINUE)),
        node.attempt(),
        Optional.empty(),
        Map.of(),
        node.startedAt(),
        node.endedAt(),
        Optional.empty(),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        allowed,
        withAttempts ? Optional.of(List.of()) : Optional.empty(),
        Optional.empty());
  }

  private NodeBody whole(PlannedNode planned, boolean withAttempts) {
    NodeState node = task.nodes().get(planned.id());
    return new NodeBody(
        planned.id(),
        planned.name(),
        node.atom(),
        planned.timing(),
        node.status(),
        node.waitingFor(),
        node.question(),
        node.attempt(),
        Optional.ofNullable(view.progress().get(planned.id())),
        ShownParameters.of(task, node),
        node.startedAt(),
        node.endedAt(),
        node.error().map(this::said),
        node.outputs(),
        node.run().condition(),
        node.elements().map(NodeBody.ElementCounts::of),
        view.nodesAllowed().getOrDefault(planned.id(), Set.of()),
        withAttempts ? Optional.of(attempts(node)) : Optional.empty(),
        Optional.empty());
  }

  private NodeError said(NodeError error) {
    return new NodeError(error.code(), FaultTexts.of(language, error.message()), error.retryable());
  }

  /** One element with its attempts. */
  static ElementBody element(
      ElementsView view, NodeState element, boolean withAttempts, Language language) {
    TaskMapper mapper =
        new TaskMapper(
            new TaskView(view.task(), Map.of(), List.of(), Set.of(), Map.of(), false), language);
    ElementId id = ElementId.of(element.id());
    Object item =
        view.task().nodes().get(id.node()).elements().orElseThrow().items().get(id.index());
    return new ElementBody(
        id.index(),
        Optional.ofNullable(SealedText.shown(item)),
        element.status(),
        element.waitingFor(),
        element.question(),
        element.attempt(),
        ShownParameters.of(view.task(), element),
        element.startedAt(),
        element.endedAt(),
        element.error().map(mapper::said),
        element.outputs(),
        view.allowed().getOrDefault(element.id(), Set.of()),
        withAttempts ? Optional.of(mapper.attempts(element)) : Optional.empty());
  }

  private List<AttemptBody> attempts(NodeState node) {
    List<AttemptBody> bodies = new ArrayList<>();
    Map<String, Object> before = node.attempts().isEmpty() ? Map.of() : first(node).params();
    for (AttemptState attempt : node.attempts()) {
      bodies.add(attempt(node, attempt, ParameterDifference.between(before, attempt.params())));
      before = attempt.params();
    }
    return bodies;
  }

  private static AttemptState first(NodeState node) {
    return node.attempts().get(0);
  }

  /** Which values an earlier attempt saw is not kept: its parameters stay as they were written. */
  private AttemptBody attempt(
      NodeState node, AttemptState attempt, List<ParameterDifference> changes) {
    return new AttemptBody(
        attempt.attempt(),
        attempt.status(),
        attempt.attempt() == node.attempt() ? ShownParameters.of(task, node) : attempt.params(),
        attempt.startedAt(),
        attempt.endedAt(),
        attempt.error().map(this::said),
        attempt.outputs(),
        attempt.by(),
        changes);
  }
}
