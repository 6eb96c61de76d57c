package org.standardops.atom;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A host of a business, as the configuration platform knows it.
 *
 * @param host name or address
 * @param port of its SSH server
 * @param name for people; may be empty
 * @param groups that it is found by
 * @param user to sign in as; empty: not known
 * @param credential name of the business's secret to sign in with, never the secret itself: {@link
 *     Call#credential} gives that
 */
public record Host(
    String host,
    int port,
    String name,
    List<String> groups,
    String user,
    Optional<String> credential) {

  public Host {
    Objects.requireNonNull(host);
    Objects.requireNonNull(name);
    groups = List.copyOf(groups);
    Objects.requireNonNull(user);
    Objects.requireNonNull(credential);
  }
}
