package org.standardops.atom;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a call of an atom came to. Handles and outputs are JSON objects: a handle at most 64 KiB,
 * outputs at most 1 MiB when written; more fails the node. The engine commits an outcome before it
 * acts on it.
 */
public sealed interface Outcome {

  /** The work is done. */
  record Succeeded(Map<String, Object> outputs) implements Outcome {
    public Succeeded {
      outputs = Json.object(outputs);
    }
  }

  /**
   * The work is not done.
   *
   * @param code a stable UPPER_CASE word for programs, such as {@code HTTP_STATUS}
   * @param reason for people: what the outside said, in its words; at most 16 KiB, longer ones are
   *     cut
   * @param retryable false where the same call can only fail again: no automatic retry is made
   * @param touched whether the outside was changed
   * @param outputs what is known all the same, may be empty
   */
  record Failed(
      String code, String reason, boolean retryable, Touched touched, Map<String, Object> outputs)
      implements Outcome {
    public Failed {
      Objects.requireNonNull(code);
      Objects.requireNonNull(reason);
      Objects.requireNonNull(touched);
      outputs = Json.object(outputs);
    }

    public Failed(String code, String reason, boolean retryable, Touched touched) {
      this(code, reason, retryable, touched, Map.of());
    }
  }

  /** Nobody can say whether the work was done: a person must decide. No policy retries it. */
  record Unknown(String reason) implements Outcome {
    public Unknown {
      Objects.requireNonNull(reason);
    }
  }

  /**
   * The work goes on outside (or in the next call): {@link Atom#poll} is called with the handle
   * after the delay.
   *
   * @param after zero or more; no thread waits
   * @param handle given back to the next call
   * @param detail for people: what is waited for, such as "prefetch of 5 URLs"; may be empty
   * @param partialOutputs what can be shown already; may be empty
   */
  record Poll(
      Duration after, Map<String, Object> handle, String detail, Map<String, Object> partialOutputs)
      implements Outcome {
    public Poll {
      if (after.isNegative()) {
        throw new IllegalArgumentException("A poll cannot be due in the past: " + after);
      }
      handle = Json.object(handle);
      Objects.requireNonNull(detail);
      partialOutputs = Json.object(partialOutputs);
    }

    public Poll(Duration after, Map<String, Object> handle, String detail) {
      this(after, handle, detail, Map.of());
    }
  }

  /**
   * An outside system will answer at {@link Call#callbackUrl()}.
   *
   * @param deadline from now; after it the attempt fails with code {@code CALLBACK_DEADLINE}
   */
  record AwaitCallback(Map<String, Object> handle, Duration deadline, String detail)
      implements Outcome {
    public AwaitCallback {
      handle = Json.object(handle);
      Objects.requireNonNull(deadline);
      Objects.requireNonNull(detail);
    }
  }

  /**
   * A person must answer.
   *
   * @param question what is asked, for people
   * @param people names of those who may answer, and see the question for it; empty: whoever may
   *     operate the task
   * @param deadline from now; after it the attempt fails with code {@code ANSWER_DEADLINE}; empty:
   *     none
   */
  record AwaitPerson(
      Map<String, Object> handle, String question, List<String> people, Optional<Duration> deadline)
      implements Outcome {
    public AwaitPerson {
      handle = Json.object(handle);
      Objects.requireNonNull(question);
      people = List.copyOf(people);
      Objects.requireNonNull(deadline);
    }

    public AwaitPerson(Map<String, Object> handle, String question, List<String> people) {
      this(handle, question, people, Optional.empty());
    }
  }
}
