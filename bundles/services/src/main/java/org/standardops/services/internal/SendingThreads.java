package org.standardops.services.internal;

import java.time.InstantSource;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.standardops.engine.port.StoreUnavailableException;
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

/**
 * Sends notices on threads of their own, one for each channel: a channel that is slow or gone holds
 * up no other, and no task.
 */
@Component(
    service = {},
    immediate = true)
public final class SendingThreads {

  private static final Logger LOG = LoggerFactory.getLogger(SendingThreads.class);
  private static final long PAUSE_MILLIS = 1000;
  private static final long PAUSE_AFTER_FAULT_MILLIS = 5000;

  private final Object pause = new Object();
  private boolean stopped;

  @Activate
  public SendingThreads(
      @Reference DeliveryStore deliveries,
      @Reference ChannelRegistry registry,
      @Reference ChannelStore channels,
      @Reference Encryption encryption,
      @Reference ConfigurationPlatform platform,
      @Reference BusinessStore businesses) {
    Sending sending =
        new Sending(
            registry,
            new ConfiguredChannels(channels, encryption),
            platform,
            businesses,
            new MessageText(System.getProperty("standardops.public.url", "")));
    Dispatcher dispatcher =
        new Dispatcher(deliveries, new Recipients(businesses), sending, InstantSource.system());
    start("outbox", dispatcher::address);
    for (Notify.Channel channel : Notify.Channel.values()) {
      start(channel.name().toLowerCase(Locale.ROOT), () -> dispatcher.send(channel));
    }
  }

  private void start(String name, BooleanSupplier turn) {
    Thread thread = new Thread(() -> run(name, turn), "standardops-notify-" + name);
    thread.setDaemon(true);
    thread.start();
  }

  private void run(String name, BooleanSupplier turn) {
    long millis = 0;
    while (waited(millis)) {
      try {
        millis = turn.getAsBoolean() ? 0 : PAUSE_MILLIS;
      } catch (StoreUnavailableException e) {
        LOG.debug("Notices ({}) wait for the database.", name, e);
        millis = PAUSE_AFTER_FAULT_MILLIS;
      } catch (RuntimeException e) {
        LOG.error("Notices ({}) cannot be sent; trying again.", name, e);
        millis = PAUSE_AFTER_FAULT_MILLIS;
      }
    }
  }

  /** Ended by a word and no interrupt, which would close the database's files under Derby. */
  private boolean waited(long millis) {
    synchronized (pause) {
      try {
        if (millis > 0 && !stopped) {
          pause.wait(millis);
        }
        return !stopped;
      } catch (InterruptedException e) {
        return false;
      }
    }
  }

  /** A message that is being sent is not waited for: its delivery is claimed again later. */
  @Deactivate
  public void stop() {
    synchronized (pause) {
      stopped = true;
      pause.notifyAll();
    }
  }
}
