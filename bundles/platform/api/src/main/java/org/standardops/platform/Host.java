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
 */
public record Host(
    String host,
    int port,
    String name,
    List<String> groups,
    String user,
    Optional<String> credential) {

  public Host {
    groups = List.copyOf(groups);
  }
}
