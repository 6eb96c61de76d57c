package org.standardops.services.port;

/** What an API token may be used for; never for more than its owner may. */
public enum TokenScope {
  /** Calls that change nothing. */
  READ,
  /** Every call; includes READ. */
  WRITE,
  /** The figures of the server's health, and nothing else. */
  METRICS,
  /** What only a platform admin may, together with READ or WRITE. */
  ADMIN
}
