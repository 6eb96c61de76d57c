package org.standardops.services.port;

import java.util.Optional;
import org.standardops.model.process.Notify;

/** Where the settings of notification channels are kept. Each call is one transaction. */
public interface ChannelStore {

  /** Empty where the channel was never set up. */
  Optional<StoredChannel> find(Notify.Channel channel);

  /**
   * Stores it with its version raised, where the stored version is still {@code channel.version()}
   * (0: none is stored); else false.
   */
  boolean replace(StoredChannel channel);

  /**
   * How a channel is set up.
   *
   * @param settings sealed, as the database may see them
   * @param version counts changes; the ETag
   */
  record StoredChannel(Notify.Channel channel, boolean enabled, byte[] settings, long version) {}
}
