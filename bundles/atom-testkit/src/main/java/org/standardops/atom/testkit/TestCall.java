package org.standardops.atom.testkit;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.standardops.atom.Call;
import org.standardops.atom.Host;
import org.standardops.atom.Http;
import org.standardops.atom.Parameters;

/**
 * The server's side of a call, for tests: says what the test sets and records what the atom tells.
 * HTTP really goes out, to any destination, so that a test can start a server of its own. For one
 * thread.
 */
public final class TestCall implements Call {

  private final Parameters parameters;
  private final SettableClock clock = new SettableClock(Instant.parse("2026-01-01T00:00:00Z"));
  private final RecordedLog log = new RecordedLog();
  private final List<Double> progress = new ArrayList<>();
  private final List<Map<String, Object>> savedHandles = new ArrayList<>();
  private final Map<String, String> secrets = new HashMap<>();
  private final Map<String, String> hostKeys = new ConcurrentHashMap<>();
  private Map<String, Object> checkpoint = Map.of();
  private TestBusiness business = TestBusiness.withoutHosts();
  private final Map<String, Map<String, String>> connections = new HashMap<>();
  private Instant attemptStartedAt = clock.instant();
  private Optional<Instant> intentStartedAt = Optional.empty();
  private Optional<Instant> deadline = Optional.empty();
  private String intentKey = "t1-n1-1";
  private int attempt = 1;
  private boolean recovering;
  private boolean cancelled;
  private Http http;
  private Optional<InstantSource> wallClock = Optional.empty();

  private TestCall(Map<String, ?> parameters) {
    this.parameters = new Parameters(JsonValues.copy(parameters));
  }

  /** A first call with these parameters, at 2026-01-01T00:00:00Z. */
  public static TestCall with(Map<String, ?> parameters) {
    return new TestCall(parameters);
  }

  /** The attempt starts now, at this instant. */
  public TestCall startedAt(Instant instant) {
    clock.set(instant);
    attemptStartedAt = instant;
    return this;
  }

  /** An earlier attempt with the same intent began then. */
  public TestCall intentStartedAt(Instant instant) {
    intentStartedAt = Optional.of(instant);
    return this;
  }

  public TestCall intentKey(String key) {
    intentKey = key;
    return this;
  }

  public TestCall attempt(int number) {
    attempt = number;
    return this;
  }

  public TestCall deadline(Instant instant) {
    deadline = Optional.of(instant);
    return this;
  }

  public TestCall recovering(boolean recovering) {
    this.recovering = recovering;
    return this;
  }

  public TestCall cancelled(boolean cancelled) {
    this.cancelled = cancelled;
    return this;
  }

  /** What {@link #connection} answers for a system. */
  public TestCall connection(String system, Map<String, String> values) {
    connections.put(system, Map.copyOf(values));
    return this;
  }

  /** Another way out than real HTTP. */
  public TestCall http(Http http) {
    this.http = http;
    return this;
  }

  @Override
  public Parameters parameters() {
    return parameters;
  }

  @Override
  public String intentKey() {
    return intentKey;
  }

  @Override
  public int attempt() {
    return attempt;
  }

  @Override
  public Instant attemptStartedAt() {
    return attemptStartedAt;
  }

  @Override
  public Instant intentStartedAt() {
    return intentStartedAt.orElse(attemptStartedAt);
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
    return cancelled;
  }

  @Override
  public Origin origin() {
    return new Origin(business.id(), "t1", "n1");
  }

  @Override
  public RecordedLog log() {
    return log;
  }

  @Override
  public void progress(double done) {
    if (!(done >= 0.0 && done <= 1.0)) {
      throw new IllegalArgumentException("Progress is from 0.0 to 1.0, not " + done);
    }
    progress.add(done);
  }

  /** Every progress told so far, oldest first. */
  public List<Double> toldProgress() {
    return List.copyOf(progress);
  }

  @Override
  public void saveHandle(Map<String, Object> handle) {
    savedHandles.add(JsonValues.handle(handle));
  }

  /** Every handle saved so far, oldest first. */
  public List<Map<String, Object>> savedHandles() {
    return List.copyOf(savedHandles);
  }

  @Override
  public Map<String, Object> checkpoint() {
    return checkpoint;
  }

  @Override
  public void saveCheckpoint(Map<String, Object> kept) {
    checkpoint = JsonValues.checkpoint(kept);
  }

  /** What an earlier attempt kept. */
  public TestCall checkpoint(Map<String, Object> kept) {
    checkpoint = JsonValues.checkpoint(kept);
    return this;
  }

  @Override
  public List<Host> hosts() {
    return business.hosts();
  }

  @Override
  public Optional<String> credential(Host host) {
    if (!hosts().contains(host)) {
      throw new IllegalArgumentException(host.host() + " is not a host of the business.");
    }
    return host.credential().map(secrets::get);
  }

  /** A host of the business; the secret is what its credential names, if it names one. */
  public TestCall host(Host host, String secret) {
    business = business.with(host);
    host.credential().ifPresent(name -> secrets.put(name, secret));
    return this;
  }

  @Override
  public Optional<String> hostKey(String host, int port) {
    return Optional.ofNullable(hostKeys.get(host + " " + port));
  }

  @Override
  public String rememberHostKey(String host, int port, String key) {
    return hostKeys.computeIfAbsent(host + " " + port, unknown -> key);
  }

  /** A server's SSH key that is known. */
  public TestCall hostKey(String host, int port, String key) {
    hostKeys.put(host + " " + port, key);
    return this;
  }

  @Override
  public URI callbackUrl() {
    return URI.create("http://127.0.0.1/api/v1/callbacks/test-" + intentKey);
  }

  @Override
  public Http http() {
    return http == null ? new JdkHttp(intentKey) : http;
  }

  @Override
  public Map<String, String> connection(String system) {
    return connections.getOrDefault(system, Map.of());
  }

  /** A clock on the wall that shows another time than the engine's. */
  public TestCall wallClock(InstantSource wall) {
    wallClock = Optional.of(wall);
    return this;
  }

  @Override
  public InstantSource wallClock() {
    return wallClock.orElse(clock);
  }

  @Override
  public SettableClock clock() {
    return clock;
  }
}
