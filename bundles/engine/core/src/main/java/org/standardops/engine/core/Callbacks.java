package org.standardops.engine.core;

import java.util.List;
import java.util.Optional;
import org.standardops.model.ErrorCode;

/** Decides what a callback does. */
public final class Callbacks {

  private Callbacks() {}

  /** What a callback meets. */
  public enum Meeting {
    /** The first one for this attempt, which is still under way. */
    TAKEN,
    /** The same body was taken before. */
    TAKEN_BEFORE,
    /** Another body was taken before. */
    ANSWERED_OTHERWISE,
    /** The task or the attempt has ended. */
    ENDED
  }

  /** What this callback would meet now. */
  public static Meeting meet(TaskState state, Input.CallbackArrived callback) {
    NodeState node = state.nodes().get(callback.node());
    if (node == null || node.attempt() != callback.attempt()) {
      return Meeting.ENDED;
    }
    Optional<NodeRun.Answer> taken =
        node.run().answer().filter(answer -> answer.approved().isEmpty());
    if (taken.isPresent()) {
      return taken.get().body().equals(callback.body())
          ? Meeting.TAKEN_BEFORE
          : state.status().isFinal() ? Meeting.ENDED : Meeting.ANSWERED_OTHERWISE;
    }
    boolean open =
        node.run().open().isPresent()
            && node.run().ending().isEmpty()
            && draftKind(node) != OpenCall.Kind.RETRY_DELAY;
    return open && !state.status().isFinal() ? Meeting.TAKEN : Meeting.ENDED;
  }

  private static OpenCall.Kind draftKind(NodeState node) {
    return node.run().open().orElseThrow().kind();
  }

  static Optional<Verdict.Rejection> take(Draft draft, Input.CallbackArrived callback) {
    Meeting meeting = meet(draft.state(), callback);
    if (meeting == Meeting.TAKEN_BEFORE) {
      return Draft.taken();
    }
    if (meeting != Meeting.TAKEN) {
      return Draft.rejected(ErrorCode.STATE_FORBIDS, "The callback is not awaited: " + meeting);
    }
    List<Object> body = callback.body();
    draft.add(new Event.CallbackTaken(callback.node(), callback.attempt(), body));
    if (draft.open(callback.node()).kind() == OpenCall.Kind.CALLBACK) {
      Calls.resume(draft, callback.node());
    }
    return Draft.taken();
  }
}
