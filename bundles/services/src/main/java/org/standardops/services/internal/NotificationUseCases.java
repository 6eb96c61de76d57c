package org.standardops.services.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.standardops.json.JsonSchema;
import org.standardops.model.ErrorCode;
import org.standardops.model.Fault;
import org.standardops.model.Page;
import org.standardops.model.ProductException;
import org.standardops.model.TextLimit;
import org.standardops.model.process.Notify;
import org.standardops.notify.NotificationChannel;
import org.standardops.notify.SendFailed;
import org.standardops.platform.ConfigurationPlatform;
import org.standardops.services.Caller;
import org.standardops.services.NotificationService;
import org.standardops.services.notification.ChannelRegistry;
import org.standardops.services.notification.ConfiguredChannels;
import org.standardops.services.notification.ConfiguredChannels.Configured;
import org.standardops.services.notification.MessageText;
import org.standardops.services.notification.Sending;
import org.standardops.services.port.BusinessStore;
import org.standardops.services.port.ChannelStore;
import org.standardops.services.port.DeliveryStore;
import org.standardops.services.port.Encryption;
import org.standardops.services.rights.Operation;
import org.standardops.services.rights.Permissions;
import org.standardops.services.secret.SecretSettings;

/** How people are notified, and whether they were. */
@Component
public final class NotificationUseCases implements NotificationService {

  private static final int LONGEST_ADDRESS = 320;

  private final ChannelRegistry registry;
  private final ConfiguredChannels channels;
  private final DeliveryStore deliveries;
  private final Sending sending;
  private final Permissions permissions;

  @Activate
  public NotificationUseCases(
      @Reference ChannelRegistry registry,
      @Reference ChannelStore channels,
      @Reference Encryption encryption,
      @Reference DeliveryStore deliveries,
      @Reference ConfigurationPlatform platform,
      @Reference BusinessStore businesses) {
    this.registry = registry;
    this.channels = new ConfiguredChannels(channels, encryption);
    this.deliveries = deliveries;
    this.sending =
        new Sending(
            registry,
            this.channels,
            platform,
            businesses,
            new MessageText(System.getProperty("standardops.public.url", "")));
    this.permissions = new Permissions(businesses);
  }

  @Override
  public List<ChannelView> channels(Caller caller) {
    permissions.require(caller, Operation.LIST_CHANNELS);
    return Arrays.stream(Notify.Channel.values()).map(this::view).toList();
  }

  @Override
  public ChannelView channel(Caller caller, Notify.Channel channel) {
    permissions.require(caller, Operation.LIST_CHANNELS);
    return view(channel);
  }

  @Override
  public ChannelView replace(
      Caller caller,
      Notify.Channel channel,
      long expectedVersion,
      boolean enabled,
      Map<String, Object> settings) {
    permissions.require(caller, Operation.CHANGE_CHANNEL);
    Map<String, Object> schema = installed(channel).settingsSchema();
    Configured before = channels.find(channel);
    Map<String, Object> whole = SecretSettings.unmasked(schema, settings, before.settings());
    List<Fault> faults =
        JsonSchema.of(schema).check(whole).stream()
            .map(fault -> new Fault("/settings" + fault.pointer(), fault.code(), fault.message()))
            .toList();
    if (!faults.isEmpty()) {
      throw ProductException.invalid(faults);
    }
    if (!channels.replace(new Configured(channel, enabled, whole, expectedVersion))) {
      throw new ProductException(
          ErrorCode.ETAG_CHANGED, "The channel has changed since you read it: read it again.");
    }
    return view(channel);
  }

  @Override
  public Optional<String> test(Caller caller, Notify.Channel channel, String to) {
    permissions.require(caller, Operation.TEST_CHANNEL);
    List<Fault> faults = TextLimit.name(LONGEST_ADDRESS).check("/to", to);
    if (!faults.isEmpty()) {
      throw ProductException.invalid(faults);
    }
    try {
      sending.test(channel, to);
      return Optional.empty();
    } catch (SendFailed e) {
      return Optional.of(e.getMessage());
    }
  }

  @Override
  public Page<DeliveryStore.Delivery> deliveries(
      Caller caller, DeliveryStore.Filter filter, Page.Request page) {
    if (!caller.platformAdmin() && filter.business().isPresent()) {
      permissions.require(caller, Operation.LIST_DELIVERIES_OF_BUSINESS, filter.business().get());
    } else {
      permissions.require(caller, Operation.LIST_DELIVERIES);
    }
    return deliveries.list(filter, page);
  }

  private NotificationChannel installed(Notify.Channel channel) {
    return registry
        .find(channel)
        .orElseThrow(
            () ->
                new ProductException(
                    ErrorCode.STATE_FORBIDS,
                    "The bundle that sends by " + channel + " is not installed."));
  }

  private ChannelView view(Notify.Channel channel) {
    Optional<NotificationChannel> installed = registry.find(channel);
    Map<String, Object> schema =
        installed.map(NotificationChannel::settingsSchema).orElse(Map.of());
    Configured configured = channels.find(channel);
    return new ChannelView(
        channel,
        installed.isPresent(),
        configured.enabled(),
        SecretSettings.masked(schema, configured.settings()),
        schema,
        configured.version());
  }
}
