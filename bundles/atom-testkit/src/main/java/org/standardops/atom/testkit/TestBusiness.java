package org.standardops.atom.testkit;

import java.util.List;
import java.util.stream.Stream;
import org.standardops.atom.Business;
import org.standardops.atom.Host;

/** The business {@code b1} with the hosts that a test gives it. */
public record TestBusiness(List<Host> hosts) implements Business {

  public TestBusiness {
    hosts = List.copyOf(hosts);
  }

  public static TestBusiness withoutHosts() {
    return new TestBusiness(List.of());
  }

  /** The same with one host more. */
  public TestBusiness with(Host host) {
    return new TestBusiness(Stream.concat(hosts.stream(), Stream.of(host)).toList());
  }

  @Override
  public String id() {
    return "b1";
  }
}
