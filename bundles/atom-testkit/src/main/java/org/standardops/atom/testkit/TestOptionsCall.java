package org.standardops.atom.testkit;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.standardops.atom.Host;
import org.standardops.atom.Http;
import org.standardops.atom.OptionsCall;
import org.standardops.atom.Parameters;

/** The server's side of a look at choices, for tests. HTTP really goes out. For one thread. */
public final class TestOptionsCall implements OptionsCall {

  private final String field;
  private final SettableClock clock = new SettableClock(Instant.parse("2026-01-01T00:00:00Z"));
  private final Map<String, Map<String, String>> connections = new HashMap<>();
  private Parameters parameters = new Parameters(Map.of());
  private TestBusiness business = TestBusiness.withoutHosts();
  private String query = "";
  private boolean cancelled;
  private Http http = new JdkHttp("options-" + UUID.randomUUID());

  private TestOptionsCall(String field) {
    this.field = field;
  }

  /** A look at the choices for this parameter, with nothing in the form. */
  public static TestOptionsCall of(String field) {
    return new TestOptionsCall(field);
  }

  public TestOptionsCall parameters(Map<String, ?> values) {
    parameters = new Parameters(JsonValues.copy(values));
    return this;
  }

  public TestOptionsCall query(String typed) {
    query = typed;
    return this;
  }

  public TestOptionsCall host(Host host) {
    business = business.with(host);
    return this;
  }

  public TestOptionsCall connection(String system, Map<String, String> values) {
    connections.put(system, Map.copyOf(values));
    return this;
  }

  /** Another way out than real HTTP. */
  public TestOptionsCall http(Http other) {
    http = other;
    return this;
  }

  public TestOptionsCall cancelled(boolean nobodyWaits) {
    cancelled = nobodyWaits;
    return this;
  }

  @Override
  public String field() {
    return field;
  }

  @Override
  public Parameters parameters() {
    return parameters;
  }

  @Override
  public String query() {
    return query;
  }

  @Override
  public TestBusiness business() {
    return business;
  }

  @Override
  public Map<String, String> connection(String system) {
    return connections.getOrDefault(system, Map.of());
  }

  @Override
  public Http http() {
    return http;
  }

  @Override
  public SettableClock clock() {
    return clock;
  }

  @Override
  public boolean cancelled() {
    return cancelled;
  }
}
