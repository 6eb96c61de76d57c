package org.standardops.engine.port;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.standardops.model.BusinessId;

/**
 * The public keys by which a business knows its SSH servers, in the form {@code ssh-ed25519 AAAA…}.
 * Thread-safe.
 */
public interface HostKeys {

  /**
   * An SSH server of a business.
   *
   * @param host name or address, in lower case
   */
  record Server(String host, int port) {
    public Server {
      host = host.toLowerCase(Locale.ROOT);
    }
  }

  Optional<String> find(BusinessId business, Server server);

  /**
   * Keeps the key of a server of which none is known; durable when this returns.
   *
   * @return the one that is known now: another one where that came first
   */
  String remember(BusinessId business, Server server, String key);

  /** All that are known. */
  Map<Server, String> of(BusinessId business);

  /** Puts keys in the place of what is known, and forgets those of some servers. */
  void change(BusinessId business, Map<Server, String> keys, Collection<Server> forget);
}
