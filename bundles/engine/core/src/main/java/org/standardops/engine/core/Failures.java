package org.standardops.engine.core;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.standardops.model.process.Policy;
import org.standardops.model.task.NodeError;
import org.standardops.model.task.TaskStatus;

/** Decides what follows a failed attempt: UNKNOWN, a retry, SKIPPED or FAILED. */
final class Failures {

  /** A backoff never makes a delay longer than this. */
  private static final Duration LONGEST_DELAY = Duration.ofDays(1);

  private Failures() {}

  static NodeError error(String code, String message) {
    return new NodeError(code, message, true);
  }

  static void failed(
      Draft draft,
      String id,
      NodeError error,
      Touched touched,
      Map<String, Object> outputs,
      RecoveryClass recovery) {
    if (touched == Touched.MAYBE && recovery == RecoveryClass.UNKNOWN) {
      draft.add(new Event.NodeBecameUnknown(id, error));
      return;
    }
    draft.add(new Event.NodeFailed(id, error, touched, outputs));
    Policy policy = Plans.node(draft.state(), id).policy(); // of an element: its node's
    if (error.retryable() && mayRetry(draft, id, policy)) {
      Duration delay = delay(policy.retry(), draft.node(id).run().retries());
      draft.add(new Event.RetryScheduled(id, draft.nextCall(id), draft.now.plus(delay)));
      if (delay.isZero() && draft.state().status() == TaskStatus.RUNNING) {
        Progress.beginAttempt(draft, id);
      }
    } else if (policy.onFailure() == Policy.OnFailure.SKIP) {
      draft.add(new Event.NodeSkipped(id, Optional.empty(), ""));
    }
  }

  private static boolean mayRetry(Draft draft, String id, Policy policy) {
    return Allowed.takesDecisions(draft.state().status())
        && draft.node(id).run().retries() < policy.retry().attempts();
  }

  private static Duration delay(Policy.Retry retry, int retriesBefore) {
    double seconds =
        retry.delay().toNanos() / 1e9 * Math.pow(retry.backoff(), Math.min(retriesBefore, 10));
    return seconds >= LONGEST_DELAY.toSeconds()
        ? LONGEST_DELAY
        : Duration.ofNanos((long) (seconds * 1e6) * 1000);
  }
}
