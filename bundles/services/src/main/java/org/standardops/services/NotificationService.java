package org.standardops.services;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.standardops.model.Page;
import org.standardops.model.process.Notify;
import org.standardops.services.port.DeliveryStore;

/** How people are notified, which is the platform admin's, and whether they were. Thread-safe. */
public interface NotificationService {

  List<ChannelView> channels(Caller caller);

  ChannelView channel(Caller caller, Notify.Channel channel);

  /**
   * Sets a channel up.
   *
   * @param settings whole; a secret that comes back as {@code {"secret": true}} keeps its value
   * @throws org.standardops.model.ProductException INVALID with every fault; ETAG_CHANGED
   */
  ChannelView replace(
      Caller caller,
      Notify.Channel channel,
      long expectedVersion,
      boolean enabled,
      Map<String, Object> settings);

  /**
   * Sends a test message at once, by the settings as they are stored, even while the channel is
   * off.
   *
   * @param to an address as the channel's platform knows it
   * @return why it was not sent; empty: it was
   */
  Optional<String> test(Caller caller, Notify.Channel channel, String to);

  /**
   * Newest first. A platform admin sees all; a business admin asks for the own business.
   *
   * @throws org.standardops.model.ProductException FORBIDDEN, NOT_FOUND
   */
  Page<DeliveryStore.Delivery> deliveries(
      Caller caller, DeliveryStore.Filter filter, Page.Request page);

  /**
   * A channel and how it is set up.
   *
   * @param installed false: the bundle that sends by it is not there
   * @param settings each secret is {@code {"secret": true}}
   * @param schema of the settings; empty where not installed
   * @param version 0: never set up
   */
  record ChannelView(
      Notify.Channel channel,
      boolean installed,
      boolean enabled,
      Map<String, Object> settings,
      Map<String, Object> schema,
      long version) {}
}
