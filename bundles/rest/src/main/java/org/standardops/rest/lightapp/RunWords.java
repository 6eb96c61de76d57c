package org.standardops.rest.lightapp;

import java.util.ResourceBundle;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.standardops.engine.core.Action;
import org.standardops.engine.core.Steps;
import org.standardops.engine.core.TaskState;
import org.standardops.model.task.NodeStatus;
import org.standardops.model.task.StepStatus;
import org.standardops.model.task.TaskPlan.PlannedStep;
import org.standardops.rest.http.Language;
import org.standardops.services.LightAppRun;
import org.standardops.services.LightAppRun.Contact;

/** How a run stands, in plain words: what is going on, who can help, what to do. */
final class RunWords {

  private final LightAppRun run;
  private final TaskState task;
  private final ResourceBundle texts;

  private RunWords(LightAppRun run, Language language) {
    this.run = run;
    this.task = run.task();
    this.texts =
        ResourceBundle.getBundle(
            "org.standardops.rest.lightapp.words",
            language.locale(),
            RunWords.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  static String of(LightAppRun run, Language language) {
    return new RunWords(run, language).text();
  }

  private String text() {
    return switch (task.status()) {
      case RUNNING ->
          needsPerson() ? text("NEEDS_PERSON", this::awaits) : text("RUNNING", this::isOpen);
      case FAILED -> text("FAILED", this::hasFailed) + mayTerminate();
      case SUSPENDED ->
          text(
              run.allowed().contains(Action.RESUME) ? "SUSPENDED" : "SUSPENDED_BY_OTHERS",
              s -> true);
      case CREATED, TERMINATING, SUCCEEDED, TERMINATED -> text(task.status().name(), s -> true);
    };
  }

  private String mayTerminate() {
    return run.allowed().contains(Action.TERMINATE) ? texts.getString("MAY_TERMINATE") : "";
  }

  private String text(String key, Predicate<PlannedStep> at) {
    return texts.getString(key).formatted(step(at), contacts(), task.plan().name());
  }

  /** The name of the first step that is so. */
  private String step(Predicate<PlannedStep> is) {
    return task.plan().steps().stream()
        .filter(is)
        .map(PlannedStep::name)
        .findFirst()
        .orElseGet(run.app().form()::name);
  }

  private String contacts() {
    return run.contacts().stream()
        .map(Contact::displayName)
        .collect(Collectors.joining(texts.getString("COMMA")));
  }

  private boolean needsPerson() {
    return task.plan().steps().stream().anyMatch(this::awaits);
  }

  private boolean awaits(PlannedStep step) {
    return Steps.status(task, step) == StepStatus.AWAITING_PERSON
        || step.nodes().stream()
            .map(node -> task.nodes().get(node.id()).status())
            .anyMatch(
                status -> status == NodeStatus.AWAITING_PERSON || status == NodeStatus.UNKNOWN);
  }

  private boolean hasFailed(PlannedStep step) {
    return Steps.status(task, step) == StepStatus.FAILED;
  }

  private boolean isOpen(PlannedStep step) {
    StepStatus status = Steps.status(task, step);
    return status == StepStatus.RUNNING || status == StepStatus.PENDING;
  }
}
