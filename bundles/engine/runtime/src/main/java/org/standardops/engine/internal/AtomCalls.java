package org.standardops.engine.internal;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.standardops.engine.core.Effect;
import org.standardops.engine.core.Input;
import org.standardops.engine.core.NodeState;
import org.standardops.engine.core.OpenCall;
import org.standardops.engine.core.RecoveryClass;
import org.standardops.engine.core.Result;
import org.standardops.engine.core.TaskState;
import org.standardops.engine.core.Touched;
import org.standardops.engine.port.AtomCatalog;
import org.standardops.engine.port.AtomCatalog.InstalledAtom;
import org.standardops.model.TaskId;
import org.standardops.model.task.NodeError;

/**
 * Makes the calls that decisions ask for, each once, on threads of the atom's bundle, and puts
 * their answers into the mailbox.
 */
final class AtomCalls {

  private static final Logger LOG = LoggerFactory.getLogger(AtomCalls.class);

  /** A call that takes longer is announced, so that its node shows as RUNNING. */
  private static final Duration ANNOUNCED_AFTER = Duration.ofMillis(100);

  /** How long a new start waits for an older call of its node that has not returned. */
  private static final Duration BLOCKED_AT_MOST = Duration.ofMinutes(1);

  /** A call that was told to end and has not, or that holds a thread for so long, hangs. */
  private static final Duration MAY_END_WITHIN = Duration.ofSeconds(5);

  private static final Duration LONGEST_CALL = Duration.ofMinutes(10);

  private final AtomCatalog atoms;
  private final CallRunner runner;
  private final Mailbox mailbox;
  private final Map<OngoingCall.Key, OngoingCall> calls = new ConcurrentHashMap<>();
  private final Map<OngoingCall, Long> blocked = new ConcurrentHashMap<>();
  private final Map<String, BundlePool> pools = new ConcurrentHashMap<>();
  private final AtomicInteger threadNumber = new AtomicInteger();
  private volatile boolean closed;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          run -> {
            Thread thread = new Thread(run, "standardops-atom-" + threadNumber.incrementAndGet());
            thread.setDaemon(true);
            return thread;
          });

  AtomCalls(AtomCatalog atoms, CallRunner runner, Mailbox mailbox) {
    this.atoms = atoms;
    this.runner = runner;
    this.mailbox = mailbox;
  }

  /** Carries out one effect of a decision that is committed. */
  void carryOut(TaskState state, Effect effect) {
    TaskId task = state.plan().id();
    NodeState node = state.nodes().get(effect.node());
    if (effect instanceof Effect.CallAtom call) {
      // A later decision of the same commit may have closed it again.
      if (node.run().open().filter(open -> open.number() == call.call()).isPresent()) {
        submit(OngoingCall.open(task, node));
      }
    } else if (effect instanceof Effect.StopCall stop) {
      stop(new OngoingCall.Key(task, stop.node(), stop.call(), false), node);
    } else if (effect instanceof Effect.CancelLate late) {
      submit(OngoingCall.late(task, node, late.call(), late.intent(), late.handle()));
    }
  }

  private void submit(OngoingCall call) {
    if (calls.putIfAbsent(call.key(), call) == null) {
      Optional<InstalledAtom> atom = atoms.find(call.atom());
      if (atom.isEmpty()) {
        finish(call, CallRunner.missing(call.atom(), atoms));
      } else {
        pool(atom.get()).submit(call);
      }
    }
  }

  private BundlePool pool(InstalledAtom atom) {
    return pools.computeIfAbsent(
        atom.description().bundle(), bundle -> new BundlePool(threads, this::run));
  }

  private void stop(OngoingCall.Key key, NodeState node) {
    OngoingCall call = calls.get(key);
    if (call == null) {
      Input.CallEnded never =
          new Input.CallEnded(
              key.node(),
              key.call(),
              node.run().intent(),
              node.run().recovery().orElse(RecoveryClass.RERUN),
              new Result.NotBegun());
      mailbox.put(new Letter.Deliver(key.task(), never, false, new CompletableFuture<>()));
      return;
    }
    call.cancel();
    boolean takenBack =
        blocked.remove(call) != null || pools.values().stream().anyMatch(p -> p.takeBack(call));
    if (takenBack) {
      finish(call, new Result.NotBegun());
    }
  }

  private void run(OngoingCall call) {
    if (closed) {
      return; // it stays open in its task's state, for the next engine
    }
    Optional<Result> result;
    try {
      result = runner.run(call, hasOlder(call));
    } catch (RuntimeException e) { // the edge of the atom's thread: a fault of ours, told as such
      LOG.error(
          "Call {} of node {} of task {} broke.", call.key().call(), call.node(), call.task(), e);
      NodeError error = new NodeError("ENGINE_FAULT", "The engine failed to make the call.", true);
      result = Optional.of(new Result.Failed(error, Touched.MAYBE, Map.of()));
    }
    if (result.isPresent()) {
      finish(call, result.get());
    } else {
      blocked.put(call, System.nanoTime());
      if (!hasOlder(call)) {
        release(call);
      }
    }
  }

  private boolean hasOlder(OngoingCall call) {
    return call.key().call() > 1
        && call.kind() == OpenCall.Kind.START
        && calls.values().stream()
            .anyMatch(
                other ->
                    other.task().equals(call.task())
                        && other.node().equals(call.node())
                        && !other.isLate()
                        && other.isUnderWay()
                        && other.key().call() < call.key().call());
  }

  private void release(OngoingCall call) {
    if (blocked.remove(call) != null) {
      atoms
          .find(call.atom())
          .ifPresentOrElse(
              atom -> pool(atom).submit(call),
              () -> finish(call, CallRunner.missing(call.atom(), atoms)));
    }
  }

  /** The answer goes into the mailbox; the call is forgotten when it was decided. */
  private void finish(OngoingCall call, Result result) {
    call.log.ifPresent(CallLog::flush);
    call.returned();
    if (call.isLate()) {
      calls.remove(call.key());
      return;
    }
    CompletableFuture<TaskState> reply = new CompletableFuture<>();
    reply.whenComplete(
        (state, failure) -> {
          calls.remove(call.key());
          if (result instanceof Result.AtomMissing && atoms.find(call.atom()).isPresent()) {
            mailbox.put(new Letter.LookForAtoms()); // it came before its absence was on disk
          }
        });
    Input.CallEnded ended =
        new Input.CallEnded(
            call.node(),
            call.key().call(),
            call.intent(),
            call.recovery.orElse(RecoveryClass.RERUN),
            result);
    mailbox.put(new Letter.Deliver(call.task(), ended, false, reply));
    if (!blocked.isEmpty()) {
      List.copyOf(blocked.keySet()).stream()
          .filter(other -> other.task().equals(call.task()) && !hasOlder(other))
          .forEach(this::release);
    }
  }

  /** From time to time: announces slow calls, flushes logs, gives up on blocked starts. */
  void sweep(boolean flush) {
    long now = System.nanoTime();
    for (OngoingCall call : calls.values()) {
      if (call.isUnderWay()) {
        if (flush) {
          call.log.ifPresent(CallLog::flush);
        }
        boolean slow = now - call.startedNanos() > ANNOUNCED_AFTER.toNanos();
        if (slow && call.acts() && !call.announced && call.recovery.isPresent()) {
          call.announced = true;
          Input begins = new Input.CallBegins(call.node(), call.key().call(), call.recovery.get());
          mailbox.put(new Letter.Deliver(call.task(), begins, false, new CompletableFuture<>()));
        }
        if (call.hangs(now, MAY_END_WITHIN, LONGEST_CALL)) {
          pools.values().forEach(pool -> pool.replace(call));
        }
      }
    }
    blocked.forEach(
        (call, since) -> {
          if (now - since > BLOCKED_AT_MOST.toNanos() && blocked.remove(call) != null) {
            finish(call, new Result.Unknown("An older call of this node has not returned."));
          }
        });
  }

  /** Calls that hang, longest first: their threads are replaced, as long as there are not many. */
  List<OngoingCall> hanging() {
    long now = System.nanoTime();
    return calls.values().stream()
        .filter(call -> call.hangs(now, MAY_END_WITHIN, LONGEST_CALL))
        .sorted(Comparator.comparingLong(call -> call.startedNanos() - now))
        .toList();
  }

  /** Calls that wait for a thread of their bundle. */
  int waiting() {
    return pools.values().stream().mapToInt(BundlePool::waiting).sum();
  }

  /** Calls that have a thread of their bundle, without those that hang. */
  int running() {
    return pools.values().stream().mapToInt(BundlePool::running).sum();
  }

  /**
   * Begins no call any more, and waits a little for those under way: an answer that is on disk
   * leaves nothing to find out after the next start.
   */
  void close(Duration patience) throws InterruptedException {
    closed = true;
    long until = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < until && calls.values().stream().anyMatch(c -> c.isReached())) {
      Thread.sleep(10);
    }
  }

  /** Once nothing can ask for a call any more. */
  void end() {
    threads.shutdown();
  }
}
