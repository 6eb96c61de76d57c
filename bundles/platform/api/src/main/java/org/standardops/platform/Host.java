package org.standardops.platform;

import java.util.List;
import java.util.Optional;

/**
 * A host of a business.
 *
 * @param host name or address
 * @param port of its SSH server
 * @param name for people; may be empty
 * @param groups that it is found by
 * @param user to sign in as; empty: not known
 * @param credential name of the business's secret to sign in with
 * @param hostKey the public key of its SSH server; empty: not known here
 */
public record Host(
    String host,
    int port,
    String name,
    List<String> groups,
    String user,
    Optional<String> credential,
    Optional<String> hostKey) {

  public Host {
    groups = List.copyOf(groups);
  }

  public Host(
      String host,
      int port,
      String name,
      List<String> groups,
      String user,
      Optional<String> credential) {
    this(host, port, name, groups, user, credential, Optional.empty());
  }

  public Host withHostKey(Optional<String> key) {
    return new Host(host, port, name, groups, user, credential, key);
  }
}
