package org.standardops.engine.internal;

import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.standardops.atom.Http;
import org.standardops.atom.Parameters;
import org.standardops.engine.core.Input;
import org.standardops.engine.core.NodeState;
import org.standardops.engine.core.OpenCall;
import org.standardops.engine.core.RecoveryClass;
import org.standardops.engine.core.TaskState;
import org.standardops.engine.port.CommitBatch.CallbackKey;
import org.standardops.engine.port.Connections;
import org.standardops.engine.port.HostKeys;
import org.standardops.engine.port.Hosts;
import org.standardops.engine.port.NodeLogStore;
import org.standardops.engine.port.OutboundHttp;
import org.standardops.engine.port.Secrets;
import org.standardops.model.BusinessId;

/** What calls of atoms can reach. Thread-safe. */
final class CallWorld {

  private static final SecureRandom RANDOM = new SecureRandom();

  private final Mailbox mailbox;
  private final NodeLogStore logs;
  private final OutboundHttp http;
  private final Connections connections;
  private final Hosts hosts;
  private final HostKeys hostKeys;
  private final Secrets secrets;
  private final ProgressBoard progress;
  private final Subscriptions subscriptions;
  private final InstantSource clock;
  private final InstantSource wallClock;
  private final String publicUrl;

  CallWorld(
      Mailbox mailbox,
      EnginePorts ports,
      ProgressBoard progress,
      Subscriptions subscriptions,
      InstantSource clock,
      String publicUrl) {
    this.mailbox = mailbox;
    this.logs = ports.logs();
    this.http = ports.http();
    this.connections = ports.connections();
    this.hosts = ports.hosts();
    this.hostKeys = ports.hostKeys();
    this.secrets = ports.secrets();
    this.wallClock = ports.wallClock();
    this.progress = progress;
    this.subscriptions = subscriptions;
    this.clock = clock;
    this.publicUrl = publicUrl;
  }

  /** The committed state to make a call on; a late cancel may need it read back. */
  Optional<TaskState> stateFor(OngoingCall call, HotTasks tasks) {
    return call.isLate() ? tasks.read(call.task()) : tasks.committed(call.task());
  }

  AtomCall call(
      OngoingCall ongoing,
      TaskState state,
      NodeState node,
      Parameters parameters,
      RecoveryClass recovery,
      Masking masking) {
    CallLog log =
        new CallLog(
            logs,
            ongoing,
            masking,
            clock,
            () ->
                subscriptions.tell(
                    ongoing.task(),
                    EventViews.logGrew(clock.instant(), ongoing.node(), ongoing.attempt())));
    ongoing.log = Optional.of(log);
    Optional<OpenCall> open = node.run().open();
    boolean recovering =
        node.run().maybeTouched() && ongoing.kind() == OpenCall.Kind.START
            || open.map(OpenCall::recovering).orElse(false)
                && !(recovery == RecoveryClass.UNKNOWN && ongoing.acts());
    return new AtomCall(this, ongoing, state, node, parameters, recovering, log, masking);
  }

  Http http(OngoingCall call, String intentKey) {
    return http.forCall(intentKey, call::cancelled);
  }

  Map<String, String> connection(TaskState state, String system, Masking masking) {
    Map<String, String> connection = connections.find(state.plan().business(), system);
    connection.forEach(
        (key, value) -> {
          if (connections.isSecret(system, key)) {
            masking.add(value);
          }
        });
    return Map.copyOf(connection);
  }

  HostKeys hostKeys() {
    return hostKeys;
  }

  CallHosts hosts(BusinessId business) {
    return new CallHosts(business, hosts, secrets);
  }

  InstantSource clock() {
    return clock;
  }

  InstantSource wallClock() {
    return wallClock;
  }

  Instant now() {
    return clock.instant();
  }

  void progress(OngoingCall call, double done) {
    Instant now = clock.instant();
    boolean shownAsRunning = call.announced || !call.acts();
    if (progress.note(call.task(), call.node(), done, now) && shownAsRunning) {
      subscriptions.tell(call.task(), EventViews.progress(now, call.node(), call.attempt(), done));
    }
  }

  /** Returns when the handle is on disk. */
  void saveHandle(OngoingCall call, Map<String, Object> handle, Masking masking) {
    CompletableFuture<TaskState> reply = new CompletableFuture<>();
    Input known =
        new Input.HandleKnown(
            call.node(), call.key().call(), call.intent(), masking.maskLong(handle));
    mailbox.put(new Letter.Deliver(call.task(), known, false, reply));
    TaskState state = await(reply);
    boolean open =
        state
            .nodes()
            .get(call.node())
            .run()
            .open()
            .map(now -> now.number() == call.key().call())
            .orElse(false);
    if (!open) {
      throw new IllegalStateException("The attempt has ended meanwhile.");
    }
  }

  /**
   * Returns when the checkpoint is on disk.
   *
   * @return it, as a restart would read it
   */
  Map<String, Object> saveCheckpoint(
      OngoingCall call, Map<String, Object> checkpoint, Masking masking) {
    Map<String, Object> kept = Outcomes.checkpoint(masking.maskLong(checkpoint));
    if (call.isLate()) {
      throw new IllegalStateException("The attempt has ended; its checkpoint is not kept.");
    }
    CompletableFuture<TaskState> reply = new CompletableFuture<>();
    Input reached = new Input.CheckpointReached(call.node(), call.key().call(), kept);
    mailbox.put(new Letter.Deliver(call.task(), reached, false, reply));
    await(reply);
    return kept;
  }

  /** A new callback address; its key is known to nobody but the atom, its hash is on disk. */
  URI callbackUrl(OngoingCall call, Masking masking) {
    byte[] random = new byte[32];
    RANDOM.nextBytes(random);
    String key = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    masking.add(key);
    CompletableFuture<Void> reply = new CompletableFuture<>();
    mailbox.put(
        new Letter.Keep(
            new CallbackKey(hash(key), call.task(), call.node(), call.attempt()), reply));
    await(reply);
    return URI.create(publicUrl + "/api/v1/callbacks/" + key);
  }

  static byte[] hash(String key) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(key.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }

  private static <T> T await(CompletableFuture<T> reply) {
    try {
      return reply.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("It could not be made durable.", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted before it was durable.", e);
    }
  }
}
