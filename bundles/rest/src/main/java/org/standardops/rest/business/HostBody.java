package org.standardops.rest.business;

import java.util.List;
import java.util.Optional;
import org.standardops.platform.Host;

/** A host as it is sent and answered. */
public record HostBody(
    String host,
    Optional<Integer> port,
    Optional<String> name,
    Optional<List<String>> groups,
    Optional<String> user,
    Optional<SecretReference> credential,
    Optional<String> hostKey) {

  private static final int SSH = 22;

  /**
   * Names a secret, and never has its value.
   *
   * @param secret its name
   */
  public record SecretReference(String secret) {}

  static HostBody of(Host host) {
    return new HostBody(
        host.host(),
        Optional.of(host.port()),
        Optional.of(host.name()),
        Optional.of(host.groups()),
        Optional.of(host.user()),
        host.credential().map(SecretReference::new),
        host.hostKey());
  }

  Host toHost() {
    return new Host(
        host,
        port.orElse(SSH),
        name.orElse(""),
        groups.orElse(List.of()),
        user.orElse(""),
        credential.map(SecretReference::secret),
        hostKey);
  }
}
