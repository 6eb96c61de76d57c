package org.standardops.atom.testkit;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.standardops.atom.Answer;
import org.standardops.atom.Atom;
import org.standardops.atom.Cancellation;
import org.standardops.atom.Outcome;
import org.standardops.atom.Recovery;
import org.standardops.atom.Search;

/**
 * Calls an atom one call at a time, as the engine would, and moves the call's clock on instead of
 * waiting. Handles and outputs go through JSON bytes between the calls. For one thread.
 */
public final class AtomRun {

  private static final int MOST_CALLS = 10_000;

  private final Atom atom;
  private final TestCall call;
  private final Recovery described;
  private Optional<Map<String, Object>> handle = Optional.empty();
  private Duration wait = Duration.ZERO;
  private boolean answerLost;
  private boolean waiting;

  /**
   * @param code names the atom's description, {@code atoms/<code>.json}
   */
  public AtomRun(Atom atom, String code, TestCall call) {
    this.atom = atom;
    this.call = call;
    this.described = Description.of(atom.getClass(), code).recovery();
  }

  /**
   * A run whose first call recovers what an earlier attempt of the same intent may have begun, as
   * an automatic retry after {@link org.standardops.atom.Touched#MAYBE} does.
   */
  public static AtomRun retrying(Atom atom, String code, TestCall call) {
    AtomRun run = new AtomRun(atom, code, call);
    run.answerLost = true;
    return run;
  }

  /** Calls until the outcome is not a poll. */
  public Outcome toEnd() throws Exception {
    for (int calls = 0; calls < MOST_CALLS; calls++) {
      Outcome outcome = next();
      if (!(outcome instanceof Outcome.Poll)) {
        return outcome;
      }
    }
    throw new AssertionError("The atom still polls after " + MOST_CALLS + " calls.");
  }

  /** Waits as the last outcome asked, then makes the next call: start, poll, or the recovery. */
  public Outcome next() throws Exception {
    call.clock().advance(wait);
    wait = Duration.ZERO;
    call.recovering(answerLost);
    Outcome outcome = answerLost && handle.isEmpty() ? recover() : callOnce();
    answerLost = false;
    return taken(outcome);
  }

  /** A person or an outside system answers what the last outcome waits for. */
  public Outcome answer(Answer answer) throws Exception {
    if (!waiting) {
      throw new AssertionError("The atom waits for no answer.");
    }
    waiting = false;
    return taken(atom.resume(call, handle.orElseThrow(), answer));
  }

  /** Cancels as terminate, stop and time-out do, once the handle is known. */
  public Cancellation cancel() throws Exception {
    call.cancelled(true);
    return atom.cancel(call, handle.orElseThrow());
  }

  /** Makes the next call and throws its answer away, as a crash between call and answer does. */
  public void nextAndLoseTheAnswer() throws Exception {
    call.clock().advance(wait);
    wait = Duration.ZERO;
    call.recovering(answerLost);
    int saved = call.savedHandles().size();
    callOnce();
    if (call.savedHandles().size() > saved) {
      handle = Optional.of(call.savedHandles().get(call.savedHandles().size() - 1));
    }
    answerLost = true;
  }

  private Outcome recover() throws Exception {
    return switch (atom.recovery(call.parameters()).orElse(described)) {
      case RERUN -> callOnce();
      case UNKNOWN -> new Outcome.Unknown("The answer was lost and the atom cannot look it up.");
      case REATTACH -> reattach();
    };
  }

  private Outcome reattach() throws Exception {
    Search search = atom.find(call);
    if (search instanceof Search.Found found) {
      handle = Optional.of(JsonValues.handle(found.handle()));
    } else if (search instanceof Search.CannotTell cannotTell) {
      return new Outcome.Unknown(cannotTell.reason());
    }
    return callOnce();
  }

  private Outcome callOnce() throws Exception {
    if (handle.isPresent()) {
      return atom.poll(call, handle.get());
    }
    return atom.start(call);
  }

  private void waits(Map<String, Object> forAnswer) {
    handle = Optional.of(JsonValues.handle(forAnswer));
    waiting = true;
  }

  private Outcome taken(Outcome outcome) {
    if (outcome == null) {
      throw new AssertionError("The atom answered null.");
    }
    if (outcome instanceof Outcome.Poll poll) {
      handle = Optional.of(JsonValues.handle(poll.handle()));
      wait = poll.after();
      JsonValues.outputs(poll.partialOutputs());
    } else if (outcome instanceof Outcome.AwaitCallback await) {
      waits(await.handle());
    } else if (outcome instanceof Outcome.AwaitPerson await) {
      waits(await.handle());
    } else if (outcome instanceof Outcome.Succeeded succeeded) {
      return new Outcome.Succeeded(JsonValues.outputs(succeeded.outputs()));
    } else if (outcome instanceof Outcome.Failed failed) {
      return new Outcome.Failed(
          failed.code(),
          failed.reason(),
          failed.retryable(),
          failed.touched(),
          JsonValues.outputs(failed.outputs()));
    }
    return outcome;
  }
}
