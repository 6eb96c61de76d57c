package org.standardops.cdnsandbox;

import java.util.Locale;
import java.util.Objects;

/**
 * A domain that the edge accelerates.
 *
 * @param name the host that clients ask for, without a port
 * @param serverName the Host that the edge sends to the origin; the domain's own name when left out
 */
public record Domain(String name, String serverName) {

  public Domain {
    name = Objects.requireNonNull(name, "a domain needs a name").toLowerCase(Locale.ROOT);
    serverName = Objects.requireNonNullElse(serverName, name).toLowerCase(Locale.ROOT);
  }
}
