package org.standardops.services.notification;

import java.util.Optional;
import org.standardops.model.process.Notify;
import org.standardops.notify.NotificationChannel;

/** The channels whose bundles are there now. Thread-safe. */
public interface ChannelRegistry {

  Optional<NotificationChannel> find(Notify.Channel channel);
}
