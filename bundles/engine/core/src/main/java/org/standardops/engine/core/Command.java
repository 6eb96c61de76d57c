package org.standardops.engine.core;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.standardops.model.task.TaskPlan;

/**
 * What a person asks of a task. {@code attempt}, where given, is the one the person saw: another
 * current one is refused.
 */
public sealed interface Command {

  /** CREATED to RUNNING. */
  record Start() implements Command {}

  /** Starts nothing new; what runs is followed to its end. */
  record Suspend() implements Command {}

  /** SUSPENDED to RUNNING. */
  record Resume() implements Command {}

  /** Cancels what runs and ends the task. */
  record Terminate(String comment) implements Command {}

  /** Starts a manual step. */
  record ContinueStep(String step) implements Command {}

  /** While SUSPENDED or FAILED and nothing of it runs: this step and the later ones once more. */
  record RunAgain(String fromStep) implements Command {}

  /**
   * A new attempt of a FAILED or UNKNOWN node.
   *
   * @param params merged over the last attempt's by top-level key; a JSON null removes
   * @param variables merged over the task's
   */
  record RetryNode(
      String node,
      OptionalInt attempt,
      Map<String, Object> params,
      Map<String, Object> variables,
      Optional<String> atomVersion)
      implements Command {}

  /** A FAILED or UNKNOWN node is left behind. */
  record SkipNode(String node, OptionalInt attempt, String comment) implements Command {}

  /** Ends a running or waiting node: FAILED, or UNKNOWN where the outside could not be stopped. */
  record StopNode(String node, OptionalInt attempt, String comment) implements Command {}

  /** Answers a node that awaits a person. */
  record AnswerNode(String node, OptionalInt attempt, boolean approved, String comment)
      implements Command {}

  /** Says how an UNKNOWN node really ended. */
  record ResolveNode(
      String node,
      OptionalInt attempt,
      boolean succeeded,
      Map<String, Object> outputs,
      String comment)
      implements Command {}

  /**
   * Replaces the plan of a CREATED task.
   *
   * @param seq the state that the person saw: another current one is refused
   */
  record Edit(TaskPlan plan, OptionalInt seq) implements Command {}

  /**
   * While SUSPENDED or FAILED: new values for nodes that have not started.
   *
   * @param seq as in {@link Edit}
   */
  record Modify(
      Map<String, Object> variables, Map<String, Map<String, Object>> params, OptionalInt seq)
      implements Command {}
}
