package org.standardops.engine.core;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.standardops.model.task.NodeError;

/**
 * Brings an attempt to its end before it is done: tells the call under way, cancels what runs
 * outside, and settles the node when that is done or has taken too long.
 */
final class Endings {

  /** How long the outside and a call under way may take to end; then the node is settled. */
  static final Duration GRACE = Duration.ofMinutes(1);

  private Endings() {}

  static void begin(
      Draft draft, String id, Ending.Cause cause, Optional<String> by, String comment) {
    NodeState node = draft.node(id);
    OpenCall open = draft.open(id);
    if (open.kind() == OpenCall.Kind.RETRY_DELAY) {
      draft.add(new Event.EndingBegan(id, cause, by, comment, draft.now));
      settle(draft, id, Touched.YES, Optional.empty());
      return;
    }
    draft.add(new Event.EndingBegan(id, cause, by, comment, draft.now.plus(GRACE)));
    if (open.kind() == OpenCall.Kind.CANCEL) {
      return;
    }
    draft.effect(new Effect.StopCall(id, open.number()));
    if (!open.acts()) {
      cancel(draft, id);
    } else if (!open.begun() && waitsForAtom(node)) {
      atomMissing(draft, id);
    }
  }

  private static boolean waitsForAtom(NodeState node) {
    return node.waitingFor()
        .map(w -> w.kind() == org.standardops.model.task.WaitingFor.Kind.ATOM_VERSION)
        .orElse(false);
  }

  private static void cancel(Draft draft, String id) {
    draft.add(new Event.CancelBecameReady(id, draft.nextCall(id), Optional.empty()));
    draft.callOpen(id);
  }

  /** A call came back while its attempt is being ended. */
  static void ended(Draft draft, NodeState node, Input.CallEnded ended) {
    String id = node.id();
    Result result = ended.result();
    if (result instanceof Result.Succeeded succeeded) {
      succeeded(draft, node, succeeded);
    } else if (result instanceof Result.Failed failed) {
      settle(draft, id, failed.touched(), Optional.of(failed.error()));
    } else if (result instanceof Result.Unknown unknown) {
      draft.add(
          new Event.NodeBecameUnknown(id, Failures.error("RESULT_UNKNOWN", unknown.reason())));
    } else if (result instanceof Result.NotBegun) {
      notBegun(draft, id);
    } else if (result instanceof Result.Cancelled) {
      settle(draft, id, Touched.YES, Optional.empty());
    } else if (result instanceof Result.StillCancelling still) {
      draft.add(
          new Event.CancelBecameReady(
              id, draft.nextCall(id), Optional.of(draft.now.plus(still.after()))));
    } else if (result instanceof Result.CannotCancel cannot) {
      notCancelled(draft, id, cannot.reason());
    } else {
      Calls.waits(draft, id, result);
      cancel(draft, id);
    }
  }

  private static void succeeded(Draft draft, NodeState node, Result.Succeeded succeeded) {
    Ending ending = node.run().ending().orElseThrow();
    if (ending.cause() == Ending.Cause.STOP) {
      NodeError error = stopped(ending, Optional.of("It had succeeded by then."));
      draft.add(new Event.NodeFailed(node.id(), error, Touched.YES, succeeded.outputs()));
    } else {
      draft.add(new Event.NodeSucceeded(node.id(), succeeded.outputs()));
    }
  }

  /** The atom cannot be asked now: at once where surely nothing runs, else after the grace. */
  static void atomMissing(Draft draft, String id) {
    OpenCall open = draft.open(id);
    if (open.kind() == OpenCall.Kind.START && !open.begun()) {
      notBegun(draft, id);
    }
  }

  private static void notBegun(Draft draft, String id) {
    NodeState node = draft.node(id);
    OpenCall open = draft.open(id);
    boolean sure = !open.recovering() && !node.run().maybeTouched() && !open.begun();
    settle(draft, id, sure ? Touched.NO : Touched.MAYBE, Optional.empty());
  }

  /** Nothing more can be awaited of this attempt. */
  private static void settle(Draft draft, String id, Touched touched, Optional<NodeError> reason) {
    NodeState node = draft.node(id);
    Ending ending = node.run().ending().orElseThrow();
    RecoveryClass recovery = node.run().recovery().orElse(RecoveryClass.RERUN);
    if (touched == Touched.MAYBE && recovery == RecoveryClass.UNKNOWN) {
      draft.add(
          new Event.NodeBecameUnknown(
              id, reason.orElse(Failures.error("INTERRUPTED", "The call was interrupted."))));
      return;
    }
    Optional<String> detail = reason.map(NodeError::message);
    switch (ending.cause()) {
      case TERMINATE -> draft.add(new Event.NodeTerminated(id, reason));
      case STOP -> draft.add(new Event.NodeFailed(id, stopped(ending, detail), touched, Map.of()));
      case TIMEOUT, CALLBACK_DEADLINE, ANSWER_DEADLINE ->
          Failures.failed(draft, id, timedOut(ending), touched, Map.of(), recovery);
    }
  }

  /** The outside goes on: told, and honest about what that means. */
  private static void notCancelled(Draft draft, String id, String reason) {
    Ending ending = draft.node(id).run().ending().orElseThrow();
    if (ending.outsideIdle()) {
      settle(draft, id, Touched.YES, Optional.empty());
      return;
    }
    NodeError error = Failures.error("NOT_CANCELLED", reason);
    switch (ending.cause()) {
      case TERMINATE -> draft.add(new Event.NodeTerminated(id, Optional.of(error)));
      case STOP -> draft.add(new Event.NodeBecameUnknown(id, error));
      case TIMEOUT, CALLBACK_DEADLINE, ANSWER_DEADLINE ->
          settle(draft, id, Touched.MAYBE, Optional.empty());
    }
  }

  /** The grace is over. */
  static void graceOver(Draft draft, String id) {
    OpenCall open = draft.open(id);
    draft.effect(new Effect.StopCall(id, open.number()));
    if (open.kind() == OpenCall.Kind.CANCEL) {
      notCancelled(draft, id, "The outside had not ended it after " + GRACE + ".");
    } else {
      draft.add(
          new Event.NodeBecameUnknown(
              id,
              Failures.error(
                  "NOT_RETURNED", "The call under way had not come back after " + GRACE + ".")));
    }
  }

  static NodeError timedOut(Ending ending) {
    return Failures.error(ending.cause().name(), ending.comment());
  }

  static NodeError stopped(Ending ending, Optional<String> detail) {
    String comment = ending.comment().isBlank() ? "." : ": " + ending.comment();
    String more = detail.map(text -> " " + text).orElse("");
    return Failures.error(
        "STOPPED", "Stopped by " + ending.by().orElse("the server") + comment + more);
  }
}
