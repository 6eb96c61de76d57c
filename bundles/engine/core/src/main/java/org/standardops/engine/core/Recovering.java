package org.standardops.engine.core;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides what becomes of open calls when the engine that made them is gone. */
final class Recovering {

  private Recovering() {}

  static void recover(Draft draft) {
    for (NodeState node : draft.state().nodes().values()) {
      if (node.isActive() && mayHaveBeenCalled(draft, draft.open(node.id()))) {
        recover(draft, node);
      }
    }
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
            Map.of()));
    if (node.run().ending().isPresent()) {
      draft.add(new Event.CancelBecameReady(id, draft.nextCall(id), Optional.empty()));
    } else {
      draft.add(new Event.CallReopened(id, draft.nextCall(id)));
    }
    draft.callOpen(id);
  }
}
