package org.standardops.outbound.internal;

import java.net.UnknownHostException;

/** A name of which no address may be reached; as a resolver's failure it ends the exchange. */
final class DestinationRefused extends UnknownHostException {

  private static final long serialVersionUID = 1L;

  DestinationRefused(String host, String addresses) {
    super(
        "The server does not allow "
            + host
            + " ("
            + addresses
            + "): loopback, private and link-local destinations must be named by 'allow' in"
            + " etc/org.standardops.outbound.cfg.");
  }
}
