package org.standardops.services.internal;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.standardops.model.process.Notify;
import org.standardops.platform.ConfigurationPlatform;
import org.standardops.services.notification.ChannelRegistry;
import org.standardops.services.notification.ConfiguredChannels;
import org.standardops.services.notification.Dispatcher;
import org.standardops.services.notification.MessageText;
import org.standardops.services.notification.Recipients;
import org.standardops.services.notification.Sending;
import org.standardops.services.port.BusinessStore;
import org.standardops.services.port.ChannelStore;
import org.standardops.services.port.DeliveryStore;
import org.standardops.services.port.Encryption;
import org.standardops.services.port.LightAppStore;

/**
 * Sends notices on threads of their own, one for each channel: a channel that is slow or gone holds
 * up no other, and no task.
 */
@Component(
    service = {},
    immediate = true)
public final class SendingThreads {

  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Turns turns = new Turns();

  @Activate
  public SendingThreads(
      @Reference DeliveryStore deliveries,
      @Reference ChannelRegistry registry,
      @Reference ChannelStore channels,
      @Reference Encryption encryption,
      @Reference ConfigurationPlatform platform,
      @Reference BusinessStore businesses,
      @Reference LightAppStore apps) {
    Sending sending =
        new Sending(
            registry,
            new ConfiguredChannels(channels, encryption),
            platform,
            businesses,
            new MessageText(System.getProperty("standardops.public.url", "")));
    Dispatcher dispatcher =
        new Dispatcher(
            deliveries, new Recipients(businesses, apps), sending, InstantSource.system());
    start("outbox", dispatcher::address);
    for (Notify.Channel channel : Notify.Channel.values()) {
      start(channel.name().toLowerCase(Locale.ROOT), () -> dispatcher.send(channel));
    }
  }

  private void start(String name, BooleanSupplier turn) {
    turns.start("notify-" + name, PAUSE, turn);
  }

  /** A message that is being sent is not waited for: its delivery is claimed again later. */
  @Deactivate
  public void stop() {
    turns.stop();
  }
}
