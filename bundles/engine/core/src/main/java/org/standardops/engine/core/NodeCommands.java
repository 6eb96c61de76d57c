package org.standardops.engine.core;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.standardops.model.ErrorCode;
import org.standardops.model.JsonValues;
import org.standardops.model.task.AtomRef;
import org.standardops.model.task.NodeStatus;

/** Decides commands on one node. */
final class NodeCommands {

  private NodeCommands() {}

  static Optional<Verdict.Rejection> take(Draft draft, Command command, String by) {
    if (command instanceof Command.RetryNode retry) {
      return check(draft, retry.node(), retry.attempt(), Action.RETRY)
          .or(() -> retry(draft, retry, by));
    } else if (command instanceof Command.SkipNode skip) {
      return isAlready(draft, skip.node(), NodeStatus.SKIPPED)
          ? Draft.taken()
          : check(draft, skip.node(), skip.attempt(), Action.SKIP).or(() -> skip(draft, skip, by));
    } else if (command instanceof Command.StopNode stop) {
      return isStopping(draft, stop.node())
          ? Draft.taken()
          : check(draft, stop.node(), stop.attempt(), Action.STOP).or(() -> stop(draft, stop, by));
    } else if (command instanceof Command.AnswerNode answer) {
      return isAnswered(draft, answer, by)
          ? Draft.taken()
          : check(draft, answer.node(), answer.attempt(), Action.CONTINUE)
              .or(() -> answer(draft, answer, by));
    } else if (command instanceof Command.ResolveNode resolve) {
      return isResolved(draft, resolve)
          ? Draft.taken()
          : check(draft, resolve.node(), resolve.attempt(), Action.RESOLVE)
              .or(() -> resolve(draft, resolve, by));
    }
    throw new IllegalArgumentException("No command of a node: " + command);
  }

  private static Optional<Verdict.Rejection> check(
      Draft draft, String id, OptionalInt attempt, Action action) {
    NodeState node = draft.node(id);
    if (node == null) {
      return Draft.rejected(ErrorCode.NOT_FOUND, "There is no node '" + id + "' in this task.");
    }
    if (attempt.isPresent() && attempt.getAsInt() != node.attempt()) {
      return Draft.rejected(
          ErrorCode.ATTEMPT_CHANGED,
          "Node '"
              + id
              + "' is at attempt "
              + node.attempt()
              + " now, not "
              + attempt.getAsInt()
              + "; look at it again.");
    }
    if (!Allowed.node(draft.state(), id).contains(action)) {
      return Draft.rejected(
          ErrorCode.STATE_FORBIDS,
          "Node '"
              + id
              + "' is "
              + node.status()
              + " and its task "
              + draft.state().status()
              + "; "
              + Commands.options(Allowed.node(draft.state(), id)));
    }
    return Draft.taken();
  }

  private static boolean isAlready(Draft draft, String id, NodeStatus status) {
    return draft.node(id) != null && draft.node(id).status() == status;
  }

  private static boolean isStopping(Draft draft, String id) {
    NodeState node = draft.node(id);
    return node != null
        && (node.run().ending().map(e -> e.cause() == Ending.Cause.STOP).orElse(false)
            || node.status() == NodeStatus.FAILED && hasFailed(node, "STOPPED"));
  }

  private static boolean hasFailed(NodeState node, String code) {
    return node.error().map(error -> error.code().equals(code)).orElse(false);
  }

  /** The same person said the same of the same attempt before. */
  private static boolean isAnswered(Draft draft, Command.AnswerNode answer, String by) {
    NodeState node = draft.node(answer.node());
    return node != null
        && (answer.attempt().isEmpty() || answer.attempt().getAsInt() == node.attempt())
        && node.run()
            .answer()
            .filter(said -> said.approved().equals(Optional.of(answer.approved())))
            .filter(said -> said.by().equals(by))
            .isPresent();
  }

  private static boolean isResolved(Draft draft, Command.ResolveNode resolve) {
    NodeState node = draft.node(resolve.node());
    return node != null
        && (resolve.attempt().isEmpty() || resolve.attempt().getAsInt() == node.attempt())
        && (resolve.succeeded()
            ? node.status() == NodeStatus.SUCCEEDED
            : node.status() == NodeStatus.FAILED && hasFailed(node, "RESOLVED"));
  }

  private static Optional<Verdict.Rejection> retry(
      Draft draft, Command.RetryNode retry, String by) {
    NodeState node = draft.node(retry.node());
    if (!retry.variables().isEmpty()) {
      draft.add(new Event.VariablesChanged(retry.variables(), by));
    }
    Map<String, Object> params = JsonValues.merged(node.params(), retry.params());
    AtomRef atom =
        retry.atomVersion().map(v -> new AtomRef(node.atom().code(), v)).orElse(node.atom());
    draft.add(new Event.NodeRetried(node.id(), params, atom, by));
    return Draft.taken();
  }

  private static Optional<Verdict.Rejection> skip(Draft draft, Command.SkipNode skip, String by) {
    draft.add(new Event.NodeSkipped(skip.node(), Optional.of(by), skip.comment()));
    return Draft.taken();
  }

  private static Optional<Verdict.Rejection> stop(Draft draft, Command.StopNode stop, String by) {
    NodeState node = draft.node(stop.node());
    if (node.runsForEach()) {
      stopElements(draft, node, stop, by);
    } else {
      Endings.begin(draft, node.id(), Ending.Cause.STOP, Optional.of(by), stop.comment());
    }
    return Draft.taken();
  }

  /** No element begins any more, and each that is under way is stopped. */
  private static void stopElements(Draft draft, NodeState node, Command.StopNode stop, String by) {
    Instant until = draft.now.plus(Endings.GRACE);
    draft.add(
        new Event.EndingBegan(
            node.id(), Ending.Cause.STOP, Optional.of(by), stop.comment(), until));
    for (NodeState open : draft.state().open()) {
      if (ElementId.is(open.id())
          && ElementId.nodeOf(open.id()).equals(node.id())
          && open.run().ending().isEmpty()) {
        Endings.begin(draft, open.id(), Ending.Cause.STOP, Optional.of(by), stop.comment());
      }
    }
  }

  private static Optional<Verdict.Rejection> answer(
      Draft draft, Command.AnswerNode answer, String by) {
    draft.add(new Event.PersonAnswered(answer.node(), answer.approved(), by, answer.comment()));
    Calls.resume(draft, answer.node());
    return Draft.taken();
  }

  private static Optional<Verdict.Rejection> resolve(
      Draft draft, Command.ResolveNode resolve, String by) {
    String node = resolve.node();
    draft.add(new Event.NodeResolved(node, resolve.succeeded(), by, resolve.comment()));
    if (resolve.succeeded()) {
      draft.add(new Event.NodeSucceeded(node, resolve.outputs()));
    } else {
      String message = resolve.comment().isBlank() ? "It failed" : resolve.comment();
      draft.add(
          new Event.NodeFailed(
              node,
              Failures.error("RESOLVED", message + " (said " + by + ")."),
              Touched.YES,
              resolve.outputs()));
    }
    return Draft.taken();
  }
}
