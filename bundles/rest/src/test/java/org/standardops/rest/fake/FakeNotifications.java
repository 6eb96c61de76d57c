package org.standardops.rest.fake;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.standardops.model.BusinessId;
import org.standardops.model.ErrorCode;
import org.standardops.model.Page;
import org.standardops.model.ProcessId;
import org.standardops.model.ProductException;
import org.standardops.model.TaskId;
import org.standardops.model.process.Notify;
import org.standardops.model.task.Notice;
import org.standardops.services.Caller;
import org.standardops.services.NotificationService;
import org.standardops.services.port.DeliveryStore;

/** Channels in memory, and one delivery that failed. */
public final class FakeNotifications implements NotificationService {

  public static final TaskId TASK = new TaskId(42);

  public final Map<Notify.Channel, ChannelView> channels = new ConcurrentHashMap<>();

  /** What was asked for last. */
  public volatile Optional<DeliveryStore.Filter> filter = Optional.empty();

  @Override
  public List<ChannelView> channels(Caller caller) {
    return Arrays.stream(Notify.Channel.values()).map(named -> channel(caller, named)).toList();
  }

  @Override
  public ChannelView channel(Caller caller, Notify.Channel channel) {
    return channels.getOrDefault(
        channel, new ChannelView(channel, true, false, Map.of(), Map.of("type", "object"), 0));
  }

  @Override
  public ChannelView replace(
      Caller caller,
      Notify.Channel channel,
      long expectedVersion,
      boolean enabled,
      Map<String, Object> settings) {
    if (channel(caller, channel).version() != expectedVersion) {
      throw new ProductException(ErrorCode.ETAG_CHANGED, "Read it again.");
    }
    ChannelView view =
        new ChannelView(
            channel, true, enabled, settings, Map.of("type", "object"), expectedVersion + 1);
    channels.put(channel, view);
    return view;
  }

  @Override
  public Optional<String> test(Caller caller, Notify.Channel channel, String to) {
    return to.equals("gone@example.com")
        ? Optional.of("The mail server is gone.")
        : Optional.empty();
  }

  @Override
  public Page<DeliveryStore.Delivery> deliveries(
      Caller caller, DeliveryStore.Filter asked, Page.Request page) {
    filter = Optional.of(asked);
    Notice notice =
        new Notice(
            TASK,
            1,
            Notice.Why.FAILED,
            Instant.EPOCH,
            new BusinessId("web"),
            new ProcessId("p1"),
            "CDN Prefetch",
            "CDN Prefetch_1",
            "ann",
            Optional.of("ann"),
            Optional.of(Instant.EPOCH),
            Optional.empty(),
            List.of(),
            List.of(),
            new Notify(List.of(), List.of(), List.of(), List.of(), true),
            Optional.empty());
    return Lists.page(
        List.of(
            new DeliveryStore.Delivery(
                7,
                notice,
                "ann",
                Notify.Channel.EMAIL,
                DeliveryStore.State.PENDING,
                2,
                Instant.EPOCH,
                Instant.EPOCH,
                Optional.empty(),
                Optional.of("The mail server is gone."))),
        page);
  }
}
