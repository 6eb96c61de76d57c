package org.standardops.engine.core;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.standardops.model.ErrorCode;
import org.standardops.model.task.TaskStatus;
import org.standardops.model.task.WaitingFor;

/** Decides what calls of atoms do to their node. */
final class Calls {

  /** Late answers of one node that are journalled; more change nothing and are not kept. */
  private static final int LATE_ANSWERS_KEPT = 10;

  private Calls() {}

  static Optional<Verdict.Rejection> begins(Draft draft, Input.CallBegins begins) {
    NodeState node = draft.node(begins.node());
    if (node == null || !node.run().isOpen(begins.call())) {
      return Draft.rejected(ErrorCode.STATE_FORBIDS, "The call is not open any more.");
    }
    OpenCall open = draft.open(node.id());
    boolean unwanted = node.run().ending().isPresent() || isHeld(draft, open);
    boolean asksFirst = begins.recovery() == RecoveryClass.UNKNOWN; // the others tell what is so
    if (open.acts() && !open.begun() && asksFirst && unwanted) {
      return Draft.rejected(
          ErrorCode.STATE_FORBIDS, "The task is " + draft.state().status() + "; the call waits.");
    }
    if (!open.begun()) {
      draft.add(new Event.CallBegan(node.id(), begins.call(), begins.recovery()));
    }
    return Draft.taken();
  }

  /** While SUSPENDED nothing new starts; answers that came are still followed. */
  private static boolean isHeld(Draft draft, OpenCall open) {
    return open.kind() == OpenCall.Kind.START && draft.state().status() == TaskStatus.SUSPENDED;
  }

  static Optional<Verdict.Rejection> handleKnown(Draft draft, Input.HandleKnown known) {
    NodeState node = draft.node(known.node());
    if (node == null || !node.run().isOpen(known.call())) {
      if (node != null) {
        cancelLate(draft, node, known.call(), known.intent(), known.handle());
      }
      // The effect must go out although the caller is told no: so it is taken, not rejected.
      return Draft.taken();
    }
    draft.add(new Event.HandleSaved(node.id(), known.call(), known.handle()));
    return Draft.taken();
  }

  static Optional<Verdict.Rejection> checkpointReached(
      Draft draft, Input.CheckpointReached reached) {
    NodeState node = draft.node(reached.node());
    if (node == null || !node.run().isOpen(reached.call())) {
      return Draft.rejected(ErrorCode.STATE_FORBIDS, "The call is not open any more.");
    }
    draft.add(new Event.CheckpointSaved(node.id(), reached.call(), reached.checkpoint()));
    return Draft.taken();
  }

  static void ended(Draft draft, Input.CallEnded ended) {
    NodeState node = draft.node(ended.node());
    if (node == null) {
      return;
    }
    if (!node.run().isOpen(ended.call())) {
      late(draft, node, ended);
      return;
    }
    OpenCall open = draft.open(node.id());
    if (open.acts() && !open.begun() && ended.result().reachedTheAtom()) {
      draft.add(new Event.CallBegan(node.id(), ended.call(), ended.recovery()));
    }
    if (ended.result() instanceof Result.AtomMissing missing) {
      atomMissing(draft, node, ended, missing);
    } else if (node.run().ending().isPresent()) {
      Endings.ended(draft, draft.node(node.id()), ended);
    } else {
      answered(draft, ended);
    }
  }

  private static void answered(Draft draft, Input.CallEnded ended) {
    String node = ended.node();
    Result result = ended.result();
    if (result instanceof Result.Succeeded succeeded) {
      draft.add(new Event.NodeSucceeded(node, succeeded.outputs()));
    } else if (result instanceof Result.Failed failed) {
      Failures.failed(
          draft, node, failed.error(), failed.touched(), failed.outputs(), ended.recovery());
    } else if (result instanceof Result.Unknown unknown) {
      draft.add(
          new Event.NodeBecameUnknown(node, Failures.error("RESULT_UNKNOWN", unknown.reason())));
    } else if (result instanceof Result.NotBegun) {
      if (!isHeld(draft, draft.open(node))) {
        draft.callOpen(node);
      }
    } else {
      waits(draft, node, result);
    }
  }

  /** The wait that a result asks for; nothing for any other result. */
  static void waits(Draft draft, String node, Result result) {
    int call = draft.nextCall(node);
    if (result instanceof Result.Poll poll) {
      Instant until = draft.now.plus(poll.after());
      draft.add(
          wait(node, call, OpenCall.Kind.POLL, Optional.of(until), poll.handle(), poll.detail())
              .of(List.of(), poll.outputs(), shownAs(poll)));
      if (poll.after().isZero() && draft.node(node).run().ending().isEmpty()) {
        draft.callOpen(node);
      }
    } else if (result instanceof Result.AwaitCallback await) {
      Optional<Instant> until = Optional.of(draft.now.plus(await.deadline()));
      draft.add(
          wait(node, call, OpenCall.Kind.CALLBACK, until, await.handle(), await.detail())
              .of(List.of(), Map.of(), Optional.empty()));
      if (draft.node(node).run().answer().isPresent()
          && draft.node(node).run().ending().isEmpty()) {
        resume(draft, node);
      }
    } else if (result instanceof Result.AwaitPerson await) {
      Optional<Instant> until = await.deadline().map(draft.now::plus);
      draft.add(
          wait(node, call, OpenCall.Kind.PERSON, until, await.handle(), await.question())
              .of(await.people(), Map.of(), Optional.empty()));
    }
  }

  static void resume(Draft draft, String node) {
    draft.add(new Event.ResumeBecameReady(node, draft.nextCall(node)));
    draft.callOpen(node);
  }

  private static void atomMissing(
      Draft draft, NodeState node, Input.CallEnded ended, Result.AtomMissing missing) {
    boolean told =
        node.waitingFor().map(w -> w.kind() == WaitingFor.Kind.ATOM_VERSION).orElse(false);
    if (!told) {
      draft.add(new Event.AtomWasMissing(node.id(), ended.call(), missing.detail()));
    }
    if (node.run().ending().isPresent()) {
      Endings.atomMissing(draft, node.id());
    }
  }

  static void atomsArrived(Draft draft, Input.AtomsArrived arrived) {
    for (NodeState node : draft.state().open()) {
      boolean waits =
          node.waitingFor().map(w -> w.kind() == WaitingFor.Kind.ATOM_VERSION).orElse(false);
      if (waits && arrived.atoms().contains(node.atom())) {
        draft.add(new Event.AtomReturned(node.id(), draft.open(node.id()).number()));
        draft.callOpen(node.id());
      }
    }
  }

  private static void late(Draft draft, NodeState node, Input.CallEnded ended) {
    Result result = ended.result();
    if (!result.reachedTheAtom()) {
      return;
    }
    if (node.run().lateAnswers() < LATE_ANSWERS_KEPT && !draft.state().status().isFinal()) {
      draft.add(
          new Event.LateAnswerDropped(node.id(), ended.call(), result.getClass().getSimpleName()));
    }
    if (result instanceof Result.Poll poll) {
      cancelLate(draft, node, ended.call(), ended.intent(), poll.handle());
    } else if (result instanceof Result.AwaitCallback await) {
      cancelLate(draft, node, ended.call(), ended.intent(), await.handle());
    }
  }

  /** What still runs is cancelled, unless the node goes on with this very work. */
  private static void cancelLate(
      Draft draft, NodeState node, int call, int intent, Map<String, Object> handle) {
    if (!node.isActive() || node.run().intent() != intent) {
      draft.effect(new Effect.CancelLate(node.id(), call, intent, handle));
    }
  }

  private static WaitShape wait(
      String node,
      int call,
      OpenCall.Kind kind,
      Optional<Instant> until,
      Map<String, Object> handle,
      String detail) {
    return (people, outputs, shownAs) ->
        new Event.WaitBegan(node, call, kind, until, handle, detail, people, outputs, shownAs);
  }

  private static Optional<WaitingFor.Kind> shownAs(Result.Poll poll) {
    return poll.timer() ? Optional.of(WaitingFor.Kind.TIMER) : Optional.empty();
  }

  private interface WaitShape {
    Event.WaitBegan of(
        List<String> people, Map<String, Object> outputs, Optional<WaitingFor.Kind> shownAs);
  }
}
