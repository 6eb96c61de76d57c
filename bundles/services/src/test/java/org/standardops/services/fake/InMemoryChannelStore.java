package org.standardops.services.fake;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.standardops.model.process.Notify;
import org.standardops.services.port.ChannelStore;

/** Settings of channels in memory. */
public final class InMemoryChannelStore implements ChannelStore {

  private final Map<Notify.Channel, StoredChannel> channels = new ConcurrentHashMap<>();

  @Override
  public Optional<StoredChannel> find(Notify.Channel channel) {
    return Optional.ofNullable(channels.get(channel));
  }

  @Override
  public synchronized boolean replace(StoredChannel channel) {
    long version = find(channel.channel()).map(StoredChannel::version).orElse(0L);
    if (version != channel.version()) {
      return false;
    }
    channels.put(
        channel.channel(),
        new StoredChannel(channel.channel(), channel.enabled(), channel.settings(), version + 1));
    return true;
  }
}
