package org.standardops.engine.internal;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.standardops.atom.Call;
import org.standardops.atom.Host;
import org.standardops.atom.Http;
import org.standardops.atom.Log;
import org.standardops.atom.Parameters;
import org.standardops.engine.core.ElementId;
import org.standardops.engine.core.NodeState;
import org.standardops.engine.core.TaskState;
import org.standardops.engine.port.HostKeys;
import org.standardops.model.task.TaskPlan.PlannedNode;

/** One call as its atom sees it; of no use any more when the call has returned. */
final class AtomCall implements Call {

  private final CallWorld world;
  private final OngoingCall call;
  private final TaskState state;
  private final NodeState node;
  private final Parameters parameters;
  private final boolean recovering;
  private final CallLog log;
  private final Masking masking;
  private final Optional<Instant> deadline;
  private final CallHosts hosts;
  private volatile Map<String, Object> checkpoint;
  private volatile boolean over;

  AtomCall(
      CallWorld world,
      OngoingCall call,
      TaskState state,
      NodeState node,
      Parameters parameters,
      boolean recovering,
      CallLog log,
      Masking masking) {
    this.world = world;
    this.call = call;
    this.state = state;
    this.node = node;
    this.parameters = parameters;
    this.recovering = recovering;
    this.log = log;
    this.masking = masking;
    this.hosts = world.hosts(state.plan().business());
    this.checkpoint = node.run().checkpoint().orElse(Map.of());
    this.deadline = node.run().deadline().or(() -> timeoutFromNow());
  }

  private Optional<Instant> timeoutFromNow() {
    return state
        .plan()
        .nodes()
        .filter(planned -> planned.id().equals(ElementId.nodeOf(node.id())))
        .findFirst()
        .map(PlannedNode::policy)
        .flatMap(policy -> policy.timeout())
        .map(world.now()::plus);
  }

  void close() {
    over = true;
  }

  @Override
  public Parameters parameters() {
    return parameters;
  }

  @Override
  public String intentKey() {
    return IntentKey.of(state.plan().id(), node.id(), call.intent());
  }

  @Override
  public int attempt() {
    return call.attempt();
  }

  /** Of the first attempt of this intent: no call of it reached the outside before. */
  @Override
  public Instant attemptStartedAt() {
    return node.run().intentSince().orElse(state.plan().createdAt());
  }

  @Override
  public Optional<Instant> deadline() {
    return deadline;
  }

  @Override
  public boolean recovering() {
    return recovering;
  }

  @Override
  public boolean cancelled() {
    return call.cancelled() || deadline.map(at -> !at.isAfter(world.now())).orElse(false);
  }

  @Override
  public Origin origin() {
    return new Origin(state.plan().business().value(), state.plan().id().toString(), node.id());
  }

  @Override
  public Log log() {
    return log;
  }

  @Override
  public void progress(double done) {
    if (!over) {
      world.progress(call, Math.min(1.0, Math.max(0.0, done)));
    }
  }

  @Override
  public void saveHandle(Map<String, Object> handle) {
    requireOpen();
    world.saveHandle(call, handle, masking);
  }

  /** What this very call has kept, else what was there when it began. */
  @Override
  public Map<String, Object> checkpoint() {
    return checkpoint;
  }

  @Override
  public void saveCheckpoint(Map<String, Object> kept) {
    requireOpen();
    checkpoint = world.saveCheckpoint(call, kept, masking);
  }

  @Override
  public List<Host> hosts() {
    requireOpen();
    return hosts.all();
  }

  @Override
  public Optional<String> credential(Host host) {
    requireOpen();
    return hosts.credential(host, masking);
  }

  @Override
  public Optional<String> hostKey(String host, int port) {
    requireOpen();
    return world.hostKeys().find(state.plan().business(), new HostKeys.Server(host, port));
  }

  @Override
  public String rememberHostKey(String host, int port, String key) {
    requireOpen();
    return world.hostKeys().remember(state.plan().business(), new HostKeys.Server(host, port), key);
  }

  @Override
  public URI callbackUrl() {
    requireOpen();
    return world.callbackUrl(call, masking);
  }

  @Override
  public Http http() {
    requireOpen();
    return world.http(call, intentKey());
  }

  @Override
  public Map<String, String> connection(String system) {
    requireOpen();
    return world.connection(state, system, masking);
  }

  @Override
  public InstantSource clock() {
    return world.clock();
  }

  @Override
  public InstantSource wallClock() {
    return world.wallClock();
  }

  private void requireOpen() {
    if (over) {
      throw new IllegalStateException("The call has returned; it can be used no more.");
    }
  }
}
