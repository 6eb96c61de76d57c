package org.standardops.atom.testkit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.standardops.atom.Business;
import org.standardops.atom.Host;

/** The business {@code b1} with the hosts that a test gives it. */
public record TestBusiness(List<Host> hosts, Map<String, Map<String, String>> connections)
    implements Business {

  public TestBusiness {
    hosts = List.copyOf(hosts);
    connections = Map.copyOf(connections);
  }

  public static TestBusiness withoutHosts() {
    return new TestBusiness(List.of(), Map.of());
  }

  /** The same with one host more. */
  public TestBusiness with(Host host) {
    return new TestBusiness(Stream.concat(hosts.stream(), Stream.of(host)).toList(), connections);
  }

  /** The same with a connection to a system. */
  public TestBusiness with(String system, Map<String, String> connection) {
    Map<String, Map<String, String>> all = new HashMap<>(connections);
    all.put(system, Map.copyOf(connection));
    return new TestBusiness(hosts, all);
  }

  @Override
  public Map<String, String> connection(String system) {
    return connections.getOrDefault(system, Map.of());
  }

  @Override
  public String id() {
    return "b1";
  }
}
