package org.standardops.engine.core;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.standardops.model.task.TaskStatus;
import org.standardops.model.task.WaitingFor;

/** Decides what becomes of open calls when the engine that made them is gone. */
final class Recovering {

  private Recovering() {}

  static void recover(Draft draft) {
    for (NodeState node : draft.state().open()) {
      if (mayHaveBeenCalled(draft, draft.open(node.id()))) {
        recover(draft, node);
      }
    }
  }

  /** Calls that were never made: what is due by time comes by itself. */
  static void admit(Draft draft) {
    for (NodeState node : draft.state().open()) {
      if (isWithheld(draft, node, draft.open(node.id()))) {
        draft.callOpen(node.id());
      }
    }
  }

  private static boolean isWithheld(Draft draft, NodeState node, OpenCall open) {
    boolean missesAtom =
        node.waitingFor().map(w -> w.kind() == WaitingFor.Kind.ATOM_VERSION).orElse(false);
    return !missesAtom
        && switch (open.kind()) {
          case START ->
              node.run().ending().isEmpty() && draft.state().status() != TaskStatus.SUSPENDED;
          case RESUME -> node.run().ending().isEmpty();
          case CANCEL -> open.until().isEmpty();
          case POLL, CALLBACK, PERSON, RETRY_DELAY -> false;
        };
  }

  private static boolean mayHaveBeenCalled(Draft draft, OpenCall open) {
    return switch (open.kind()) {
      case START, RESUME -> true;
      case POLL -> open.begun() || open.isDue(draft.now);
      case CANCEL -> open.until().isEmpty() || open.isDue(draft.now);
      case CALLBACK, PERSON, RETRY_DELAY -> false;
    };
  }

  private static void recover(Draft draft, NodeState node) {
    String id = node.id();
    OpenCall open = draft.open(id);
    boolean handleSaved = open.kind() == OpenCall.Kind.START && node.run().handle().isPresent();
    if (handleSaved) {
      pollSaved(draft, node);
    } else if (open.begun()
        && open.kind() != OpenCall.Kind.CANCEL
        && node.run().recovery().equals(Optional.of(RecoveryClass.UNKNOWN))) {
      draft.add(
          new Event.NodeBecameUnknown(
              id,
              Failures.error(
                  "INTERRUPTED",
                  "The server stopped while the call was under way;"
                      + " whether it took effect is not known.")));
    } else {
      draft.add(new Event.CallReopened(id, draft.nextCall(id)));
      draft.callOpen(id);
    }
  }

  private static void pollSaved(Draft draft, NodeState node) {
    String id = node.id();
    Map<String, Object> handle = node.run().handle().orElseThrow();
    draft.add(
        new Event.WaitBegan(
            id,
            draft.nextCall(id),
            OpenCall.Kind.POLL,
            Optional.of(draft.now),
            handle,
            "",
            List.of(),
            Map.of(),
            Optional.empty()));
    if (node.run().ending().isPresent()) {
      draft.add(new Event.CancelBecameReady(id, draft.nextCall(id), Optional.empty()));
    } else {
      draft.add(new Event.CallReopened(id, draft.nextCall(id)));
    }
    draft.callOpen(id);
  }
}
