package org.standardops.services.internal;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.standardops.model.process.Notify;
import org.standardops.notify.NotificationChannel;
import org.standardops.services.notification.ChannelRegistry;

/** The channels that come and go while the server runs. */
@Component
public final class InstalledChannels implements ChannelRegistry {

  private final List<NotificationChannel> channels = new CopyOnWriteArrayList<>();

  /** Not by the constructor: nothing else is to stop where a channel comes or goes. */
  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  public void addChannel(NotificationChannel channel) {
    channels.add(channel);
  }

  public void removeChannel(NotificationChannel channel) {
    channels.remove(channel);
  }

  @Override
  public Optional<NotificationChannel> find(Notify.Channel channel) {
    return channels.stream().filter(there -> there.channel() == channel).findFirst();
  }
}
