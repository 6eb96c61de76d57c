package org.standardops.services.notification;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.standardops.model.process.Notify;
import org.standardops.model.task.Notice;
import org.standardops.notify.Message;
import org.standardops.notify.NotificationChannel;
import org.standardops.notify.SendFailed;
import org.standardops.platform.ConfigurationPlatform;
import org.standardops.platform.Person;
import org.standardops.services.notification.ConfiguredChannels.Configured;
import org.standardops.services.port.Business;
import org.standardops.services.port.BusinessStore;
import org.standardops.services.port.DeliveryStore.Delivery;

/** One attempt to send, with everything as it is now: address, settings, names. */
public final class Sending {

  private static final Logger LOG = LoggerFactory.getLogger(Sending.class);

  private final ChannelRegistry registry;
  private final ConfiguredChannels channels;
  private final ConfigurationPlatform platform;
  private final BusinessStore businesses;
  private final MessageText text;

  public Sending(
      ChannelRegistry registry,
      ConfiguredChannels channels,
      ConfigurationPlatform platform,
      BusinessStore businesses,
      MessageText text) {
    this.registry = registry;
    this.channels = channels;
    this.platform = platform;
    this.businesses = businesses;
    this.text = text;
  }

  /** Takes the notice to its person. */
  void attempt(Delivery delivery) throws SendFailed {
    Notify.Channel by = delivery.channel();
    Configured configured = configured(by);
    if (!configured.enabled()) {
      throw SendFailed.forNow("The channel " + by + " is not switched on.");
    }
    String to = address(delivery.person(), by);
    Notice notice = delivery.notice();
    String business =
        businesses.find(notice.business()).map(Business::name).orElse(notice.business().value());
    Message message =
        text.of(notice, to, business, displayName(notice.starter()), configured.language());
    send(installed(by), message, configured);
  }

  /** Sends a test message, even while the channel is off. */
  public void test(Notify.Channel by, String to) throws SendFailed {
    Configured configured = configured(by);
    if (configured.version() == 0) {
      throw SendFailed.forNow("The channel " + by + " is not set up.");
    }
    send(installed(by), text.test(to, configured.language()), configured);
  }

  private static void send(NotificationChannel channel, Message message, Configured configured)
      throws SendFailed {
    try {
      channel.send(message, configured.settings());
    } catch (RuntimeException e) {
      LOG.error("The channel {} failed in a way that it should not.", configured.channel(), e);
      throw SendFailed.forNow("The channel failed unexpectedly; the server's log says how.", e);
    }
  }

  private NotificationChannel installed(Notify.Channel by) throws SendFailed {
    return registry
        .find(by)
        .orElseThrow(
            () -> SendFailed.forNow("The bundle that sends by " + by + " is not installed."));
  }

  private Configured configured(Notify.Channel by) throws SendFailed {
    try {
      return channels.find(by);
    } catch (IllegalArgumentException e) {
      throw SendFailed.forNow(
          "The settings of " + by + " cannot be unsealed: the key is another. Set it up again.", e);
    }
  }

  private String displayName(String person) {
    return platform
        .person(person)
        .map(Person::displayName)
        .filter(name -> !name.isEmpty() && !name.equals(person))
        .map(name -> name + " (" + person + ")")
        .orElse(person);
  }

  private String address(String person, Notify.Channel by) throws SendFailed {
    Optional<Person> contact = platform.person(person);
    if (contact.isEmpty()) {
      throw SendFailed.forGood("There is no person " + person + ".");
    }
    String address =
        switch (by) {
          case EMAIL -> contact.get().email();
          case WECHAT -> contact.get().wechat();
          case SMS -> contact.get().phone();
        };
    if (address.isBlank()) {
      throw SendFailed.forGood(person + " has no address for " + by + ".");
    }
    return address;
  }
}
