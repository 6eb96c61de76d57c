package org.standardops.engine.internal;

import java.util.List;
import java.util.Optional;
import org.standardops.atom.Host;
import org.standardops.engine.port.Hosts;
import org.standardops.engine.port.Secrets;
import org.standardops.model.BusinessId;

/** The hosts that one call of an atom may reach: read once, at the first use. Thread-safe. */
final class CallHosts {

  private final BusinessId business;
  private final Hosts hosts;
  private final Secrets secrets;
  private Optional<List<Host>> read = Optional.empty();

  CallHosts(BusinessId business, Hosts hosts, Secrets secrets) {
    this.business = business;
    this.hosts = hosts;
    this.secrets = secrets;
  }

  synchronized List<Host> all() {
    if (read.isEmpty()) {
      read = Optional.of(List.copyOf(hosts.of(business)));
    }
    return read.get();
  }

  /** Opened for a host of this business alone; masked before it is given away. */
  Optional<String> credential(Host host, Masking masking) {
    if (!all().contains(host)) {
      throw new IllegalArgumentException(
          "'" + host.host() + "' is not a host of the business " + business + ".");
    }
    Optional<String> secret = host.credential().flatMap(name -> secrets.find(business, name));
    secret.ifPresent(masking::add);
    return secret;
  }
}
