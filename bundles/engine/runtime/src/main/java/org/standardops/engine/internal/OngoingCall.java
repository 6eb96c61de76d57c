package org.standardops.engine.internal;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.standardops.engine.core.NodeState;
import org.standardops.engine.core.OpenCall;
import org.standardops.engine.core.RecoveryClass;
import org.standardops.model.TaskId;
import org.standardops.model.task.AtomRef;

/** A call that waits for a thread or is under way. */
final class OngoingCall {

  /** Names it; a late cancel is beside the node's own calls. */
  record Key(TaskId task, String node, int call, boolean late) {}

  private final Key key;
  private final AtomRef atom;
  private final int attempt;
  private final int intent;
  private final OpenCall.Kind kind;
  private final Optional<Map<String, Object>> lateHandle;

  private volatile boolean cancelled;
  private volatile long cancelledNanos;
  volatile boolean announced;
  private volatile long startedNanos;
  private volatile boolean reached;
  private volatile boolean returned;
  volatile Optional<RecoveryClass> recovery = Optional.empty();
  volatile Optional<CallLog> log = Optional.empty();

  private OngoingCall(
      Key key,
      NodeState node,
      int intent,
      OpenCall.Kind kind,
      Optional<Map<String, Object>> lateHandle) {
    this.key = key;
    this.atom = node.atom();
    this.attempt = node.attempt();
    this.intent = intent;
    this.kind = kind;
    this.lateHandle = lateHandle;
  }

  static OngoingCall open(TaskId task, NodeState node) {
    OpenCall open = node.run().open().orElseThrow();
    return new OngoingCall(
        new Key(task, node.id(), open.number(), false),
        node,
        node.run().intent(),
        open.kind(),
        Optional.empty());
  }

  static OngoingCall late(
      TaskId task, NodeState node, int call, int intent, Map<String, Object> handle) {
    return new OngoingCall(
        new Key(task, node.id(), call, true),
        node,
        intent,
        OpenCall.Kind.CANCEL,
        Optional.of(handle));
  }

  Key key() {
    return key;
  }

  TaskId task() {
    return key.task();
  }

  String node() {
    return key.node();
  }

  AtomRef atom() {
    return atom;
  }

  int attempt() {
    return attempt;
  }

  int intent() {
    return intent;
  }

  OpenCall.Kind kind() {
    return kind;
  }

  boolean isLate() {
    return key.late();
  }

  Optional<Map<String, Object>> lateHandle() {
    return lateHandle;
  }

  boolean acts() {
    return kind == OpenCall.Kind.START || kind == OpenCall.Kind.RESUME;
  }

  /** The atom is called now. */
  void begin() {
    startedNanos = System.nanoTime();
    reached = true;
  }

  long startedNanos() {
    return startedNanos;
  }

  void returned() {
    returned = true;
  }

  boolean isUnderWay() {
    return reached && !returned;
  }

  /** The atom was called, and its answer is not decided yet. */
  boolean isReached() {
    return reached;
  }

  void cancel() {
    if (!cancelled) {
      cancelledNanos = System.nanoTime();
      cancelled = true;
    }
  }

  /**
   * True where nobody can count on its return any more.
   *
   * @param afterCancel how long a call that was told to end may take to do so
   * @param atMost how long any call may hold a thread
   */
  boolean hangs(long nanos, Duration afterCancel, Duration atMost) {
    return isUnderWay()
        && (cancelled && nanos - cancelledNanos > afterCancel.toNanos()
            || nanos - startedNanos > atMost.toNanos());
  }

  boolean cancelled() {
    return cancelled;
  }
}
