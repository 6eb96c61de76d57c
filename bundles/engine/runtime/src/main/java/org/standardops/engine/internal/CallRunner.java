package org.standardops.engine.internal;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.standardops.atom.Answer;
import org.standardops.atom.Atom;
import org.standardops.atom.HttpFailed;
import org.standardops.atom.Parameters;
import org.standardops.atom.Search;
import org.standardops.engine.core.Input;
import org.standardops.engine.core.NodeRun;
import org.standardops.engine.core.NodeState;
import org.standardops.engine.core.OpenCall;
import org.standardops.engine.core.RecoveryClass;
import org.standardops.engine.core.Result;
import org.standardops.engine.core.TaskState;
import org.standardops.engine.core.Touched;
import org.standardops.engine.port.AtomCatalog;
import org.standardops.engine.port.AtomCatalog.InstalledAtom;
import org.standardops.engine.port.StoreUnavailableException;
import org.standardops.model.Fault;
import org.standardops.model.process.TimingType;
import org.standardops.model.task.AtomRef;
import org.standardops.model.task.NodeError;
import org.standardops.model.task.TaskStatus;
import org.standardops.model.template.Templates;

/** Makes one call of an atom, on a thread of its bundle, and says what came of it. */
final class CallRunner {

  private static final Logger LOG = LoggerFactory.getLogger(CallRunner.class);

  private final HotTasks tasks;
  private final AtomCatalog atoms;
  private final Mailbox mailbox;
  private final CallWorld world;
  private final CallParameters parameters;
  private final Lease lease;
  private final Outcomes outcomes = new Outcomes();

  CallRunner(
      HotTasks tasks,
      AtomCatalog atoms,
      Mailbox mailbox,
      CallWorld world,
      CallParameters parameters,
      Lease lease) {
    this.tasks = tasks;
    this.atoms = atoms;
    this.mailbox = mailbox;
    this.world = world;
    this.parameters = parameters;
    this.lease = lease;
  }

  /** With the bundle to install. */
  static Result missing(AtomRef atom, AtomCatalog atoms) {
    return new Result.AtomMissing(
        atoms
            .bundleOf(atom)
            .map(bundle -> "Install the bundle " + bundle + ": it brings the atom " + atom + ".")
            .orElseGet(() -> "Install the bundle that brings the atom " + atom + "."));
  }

  /**
   * @param hasOlder true while an older call of the node has not returned
   * @return empty: must wait for the older one
   */
  Optional<Result> run(OngoingCall call, boolean hasOlder) {
    Optional<TaskState> state = world.stateFor(call, tasks);
    if (state.isEmpty()) {
      return Optional.of(new Result.NotBegun());
    }
    NodeState node = state.get().nodes().get(call.node());
    Optional<InstalledAtom> atom = atoms.find(call.atom());
    if (atom.isEmpty()) {
      return Optional.of(missing(call.atom(), atoms));
    }
    if (!call.isLate() && !isStillWanted(call, state.get(), node)) {
      return Optional.of(new Result.NotBegun());
    }
    boolean first = call.kind() == OpenCall.Kind.START;
    Masking masking = new Masking();
    Templates.Resolved resolved;
    try {
      resolved = parameters.of(state.get(), node, atom.get().description().parameters(), masking);
    } catch (CallParameters.UnknownSecret e) {
      return Optional.of(noSecret("UNKNOWN_SECRET", e, first));
    } catch (IllegalArgumentException e) {
      LOG.error("A secret for node {} of task {} cannot be opened.", call.node(), call.task(), e);
      return Optional.of(noSecret("SECRET_UNREADABLE", e, first));
    } catch (StoreUnavailableException e) {
      LOG.debug("Call {} of node {} waits for its secrets.", call.key().call(), call.node(), e);
      return Optional.of(new Result.NotBegun());
    }
    List<Fault> faults = resolved.faults();
    if (faults.isEmpty() && first) {
      faults = atom.get().check(state.get().plan().business(), resolved.value());
    }
    if (!faults.isEmpty()) {
      return Optional.of(outcomes.bounded(invalid(faults, first), masking));
    }
    Parameters given = new Parameters(resolved.value());
    RecoveryClass recovery = recovery(atom.get(), given);
    call.recovery = Optional.of(recovery);
    if (first && hasOlder && recovery != RecoveryClass.RERUN) {
      return Optional.empty();
    }
    if (recovery == RecoveryClass.UNKNOWN && acts(call, atom.get()) && !begins(call, recovery)) {
      return Optional.of(new Result.NotBegun());
    }
    if (!holdsLease(state.get())) {
      return Optional.of(new Result.NotBegun());
    }
    call.begin();
    Result result = make(call, atom.get().atom(), state.get(), node, given, recovery, masking);
    boolean idle = atom.get().description().timing() == TimingType.IDLE_TIME;
    return Optional.of(idle && result instanceof Result.Poll poll ? poll.asTimer() : result);
  }

  private static Result noSecret(String code, Exception cause, boolean first) {
    return new Result.Failed(
        new NodeError(code, cause.getMessage(), false),
        first ? Touched.NO : Touched.MAYBE,
        Map.of());
  }

  /** As a text, because what was thrown may quote a secret. */
  private static String stackOf(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  private boolean holdsLease(TaskState state) {
    try {
      return lease.holds(state);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static boolean isStillWanted(OngoingCall call, TaskState state, NodeState node) {
    Optional<OpenCall> open = node.run().open();
    boolean isOpen = open.isPresent() && open.get().number() == call.key().call();
    boolean held =
        call.kind() == OpenCall.Kind.START
            && state.status() == TaskStatus.SUSPENDED
            && !open.map(OpenCall::begun).orElse(false);
    return isOpen && !held && !call.cancelled();
  }

  private static Result invalid(List<Fault> faults, boolean first) {
    StringBuilder message = new StringBuilder("The parameters do not fit:");
    faults.stream()
        .limit(20)
        .forEach(
            fault ->
                message.append(' ').append(fault.pointer()).append(": ").append(fault.message()));
    NodeError error = new NodeError("INVALID_PARAMETERS", message.toString(), false);
    return new Result.Failed(error, first ? Touched.NO : Touched.MAYBE, Map.of());
  }

  private static RecoveryClass recovery(InstalledAtom atom, Parameters parameters) {
    return RecoveryClass.valueOf(
        atom.atom().recovery(parameters).orElse(atom.description().recovery()).name());
  }

  private static boolean acts(OngoingCall call, InstalledAtom atom) {
    return call.acts() || call.kind() == OpenCall.Kind.POLL && atom.description().pollsAct();
  }

  /** Waits until it is on disk that this call begins; false: it must not. */
  private boolean begins(OngoingCall call, RecoveryClass recovery) {
    call.announced = true;
    CompletableFuture<TaskState> reply = new CompletableFuture<>();
    Input begins = new Input.CallBegins(call.node(), call.key().call(), recovery);
    mailbox.put(new Letter.Deliver(call.task(), begins, false, reply));
    try {
      reply.get();
      return true;
    } catch (ExecutionException e) {
      LOG.debug("Call {} of node {} is not wanted any more.", call.key().call(), call.node(), e);
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Result make(
      OngoingCall call,
      Atom atom,
      TaskState state,
      NodeState node,
      Parameters given,
      RecoveryClass recovery,
      Masking masking) {
    AtomCall atomCall = world.call(call, state, node, given, recovery, masking);
    Result result;
    try {
      result = make(call, atom, node, atomCall, recovery);
    } catch (HttpFailed e) {
      result = failed(e.code(), String.valueOf(e.getMessage()));
    } catch (Throwable e) { // the edge to foreign code: whatever it throws is an outcome
      LOG.warn(
          "Atom {} threw in node {} of task {}: {}",
          call.atom(),
          call.node(),
          call.task(),
          masking.mask(stackOf(e)));
      result = failed("EXCEPTION", e.getClass().getSimpleName() + ": " + e.getMessage());
    }
    atomCall.close();
    return outcomes.bounded(result, masking);
  }

  private static Result failed(String code, String message) {
    return new Result.Failed(new NodeError(code, message, true), Touched.MAYBE, Map.of());
  }

  private Result make(
      OngoingCall call, Atom atom, NodeState node, AtomCall atomCall, RecoveryClass recovery)
      throws Exception {
    Map<String, Object> handle = call.lateHandle().or(() -> node.run().handle()).orElse(Map.of());
    return switch (call.kind()) {
      case START -> start(atom, node, atomCall, recovery);
      case POLL -> outcomes.of(atom.poll(atomCall, handle));
      case RESUME -> outcomes.of(atom.resume(atomCall, handle, answer(node)));
      case CANCEL -> outcomes.of(atom.cancel(atomCall, handle));
      case CALLBACK, PERSON, RETRY_DELAY ->
          throw new IllegalStateException(call.kind() + " is a wait, no call.");
    };
  }

  private Result start(Atom atom, NodeState node, AtomCall call, RecoveryClass recovery)
      throws Exception {
    boolean mayHaveBegun =
        node.run().maybeTouched() || node.run().open().orElseThrow().recovering();
    if (recovery == RecoveryClass.UNKNOWN && node.run().maybeTouched()) {
      return new Result.Unknown("An earlier call for the same intent may have taken effect.");
    }
    if (mayHaveBegun && recovery == RecoveryClass.REATTACH) {
      Search found = atom.find(call);
      if (found instanceof Search.Found there) {
        return new Result.Poll(java.time.Duration.ZERO, there.handle(), "", Map.of());
      } else if (found instanceof Search.CannotTell cannot) {
        return new Result.Unknown(cannot.reason());
      }
    }
    if (node.run().ending().isPresent()) {
      return mayHaveBegun && recovery == RecoveryClass.RERUN
          ? failed("INTERRUPTED", "The call was interrupted; it may have taken effect.")
          : new Result.Failed(
              new NodeError("INTERRUPTED", "It had not begun.", true), Touched.NO, Map.of());
    }
    return outcomes.of(atom.start(call));
  }

  private static Answer answer(NodeState node) {
    NodeRun.Answer answer = node.run().answer().orElseThrow();
    return answer.approved().isPresent()
        ? new Answer.Person(answer.approved().get(), answer.by(), answer.comment())
        : new Answer.Callback(java.util.Objects.requireNonNullElse(answer.body().get(0), "null"));
  }
}
