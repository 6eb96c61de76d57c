package org.standardops.atom.job.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.standardops.atom.Call;
import org.standardops.atom.Fault;
import org.standardops.atom.Host;
import org.standardops.atom.Parameters;
import org.standardops.atom.job.internal.ssh.Address;
import org.standardops.atom.job.internal.ssh.HostKey;
import org.standardops.atom.job.internal.ssh.Login;

/** The hosts that a call is for, each with what it takes to reach it. */
final class Targets {

  static final String NOT_OF_BUSINESS = "HOST_NOT_OF_BUSINESS";

  /**
   * One host.
   *
   * @param name as the parameters name it
   */
  record Target(String name, Address address, Login login, HostKey hostKey) {}

  /** What a host is, or why it cannot be asked. */
  record Resolved(String name, Optional<Target> target, Optional<Fault> fault) {}

  private final Call call;
  private final JobSettings settings;
  private final List<Host> own;

  private Targets(Call call) throws HostsUnavailable {
    this.call = call;
    this.settings = JobSettings.of(call.connection(JobSettings.SYSTEM));
    try {
      this.own = call.hosts();
    } catch (IllegalStateException e) {
      throw new HostsUnavailable(e);
    }
  }

  /**
   * All hosts of the parameters, in their order. On the calling thread, as it opens secrets.
   *
   * @throws HostsUnavailable while the configuration platform is away
   */
  static List<Resolved> of(Call call) throws HostsUnavailable {
    Targets targets = new Targets(call);
    List<String> names = call.parameters().texts("hosts");
    List<Resolved> resolved = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      resolved.add(targets.resolve(i, names.get(i)));
    }
    return resolved;
  }

  /** Hosts that are none of the business's own, or are named twice or badly. */
  static List<Fault> faults(Parameters parameters, List<Host> own, boolean anyHost) {
    List<Fault> faults = new ArrayList<>();
    if (!(parameters.find("hosts").orElse(null) instanceof List<?> names)) {
      return faults;
    }
    Map<String, Integer> seen = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      if (!(names.get(i) instanceof String name) || name.contains("${")) {
        continue;
      }
      String pointer = "/hosts/" + i;
      Optional<HostName> parsed = HostName.parse(name);
      if (parsed.isEmpty()) {
        faults.add(new Fault(pointer, "INVALID", "'" + name + "' is no host or host:port."));
        continue;
      }
      Optional<Host> host = find(own, parsed.get());
      if (host.isEmpty() && !anyHost) {
        faults.add(notOfBusiness(pointer, name));
      }
      Address address = host.map(Targets::address).orElseGet(() -> foreign(parsed.get()));
      Integer before = seen.putIfAbsent(address.toString(), i);
      if (before != null) {
        faults.add(
            new Fault(
                pointer, "DUPLICATE", "'" + name + "' is the host at /hosts/" + before + "."));
      }
    }
    return faults;
  }

  private static Fault notOfBusiness(String pointer, String name) {
    return new Fault(
        pointer,
        NOT_OF_BUSINESS,
        "'"
            + name
            + "' is none of this business's hosts. A job reaches only those that the configuration platform lists for it.");
  }

  /** Where only a host is named and it listens on several ports, the usual one is meant. */
  private static Optional<Host> find(List<Host> own, HostName name) {
    return own.stream()
        .filter(name::names)
        .min(Comparator.comparing(host -> host.port() != HostName.SSH_PORT));
  }

  private static Address address(Host host) {
    return new Address(host.host(), host.port());
  }

  private static Address foreign(HostName name) {
    return new Address(name.host(), name.port().orElse(HostName.SSH_PORT));
  }

  private Resolved resolve(int place, String name) {
    String pointer = "/hosts/" + place;
    Optional<HostName> parsed = HostName.parse(name);
    if (parsed.isEmpty()) {
      return refused(
          name, new Fault(pointer, "INVALID", "'" + name + "' is no host or host:port."));
    }
    Optional<Host> host = find(own, parsed.get());
    if (host.isEmpty() && !settings.anyHost()) {
      return refused(name, notOfBusiness(pointer, name));
    }
    Parameters parameters = call.parameters();
    String user = parameters.text("user", host.map(Host::user).orElse(""));
    if (user.isEmpty()) {
      return refused(
          name,
          new Fault(
              pointer,
              "NO_USER",
              "Nothing says as whom to sign in to '"
                  + name
                  + "': set 'user' here or at the business's hosts."));
    }
    Optional<String> secret =
        parameters.has("credential")
            ? Optional.of(parameters.text("credential"))
            : host.flatMap(call::credential);
    if (secret.filter(text -> !text.isEmpty()).isEmpty()) {
      return refused(
          name,
          new Fault(
              pointer,
              "NO_CREDENTIAL",
              "There is no key or password for '"
                  + name
                  + "': set 'credential' here, or at the business's hosts one that is among its secrets."));
    }
    Address address = host.map(Targets::address).orElseGet(() -> foreign(parsed.get()));
    Login login = new Login(user, secret.get());
    return new Resolved(
        name,
        Optional.of(new Target(name, address, login, settings.hostKey(call, address))),
        Optional.empty());
  }

  private static Resolved refused(String name, Fault fault) {
    return new Resolved(name, Optional.empty(), Optional.of(fault));
  }
}
