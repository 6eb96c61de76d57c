package org.standardops.services.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.standardops.model.BusinessId;
import org.standardops.model.process.Notify;
import org.standardops.model.process.Notify.Channel;
import org.standardops.model.task.Notice;
import org.standardops.model.task.Notice.Why;
import org.standardops.notify.Message;
import org.standardops.notify.SendFailed;
import org.standardops.platform.Person;
import org.standardops.platform.PlatformBusiness;
import org.standardops.services.fake.FakeChannel;
import org.standardops.services.fake.InMemoryChannelStore;
import org.standardops.services.fake.InMemoryDeliveryStore;
import org.standardops.services.fake.InMemoryFollowerStore;
import org.standardops.services.fake.InMemoryLightApps;
import org.standardops.services.fake.InMemoryPlatform;
import org.standardops.services.fake.InvertingEncryption;
import org.standardops.services.fake.SettableClock;
import org.standardops.services.internal.PlatformBusinessStore;
import org.standardops.services.notification.ConfiguredChannels.Configured;
import org.standardops.services.port.BusinessStore;
import org.standardops.services.port.ChannelStore.StoredChannel;
import org.standardops.services.port.DeliveryStore.Delivery;
import org.standardops.services.port.DeliveryStore.State;

class DispatcherTest {

  private final SettableClock clock = new SettableClock();
  private final InMemoryDeliveryStore store = new InMemoryDeliveryStore();
  private final InMemoryChannelStore channelStore = new InMemoryChannelStore();
  private final InMemoryPlatform platform = new InMemoryPlatform();
  private final BusinessStore businesses =
      new PlatformBusinessStore(platform, new InMemoryFollowerStore());
  private final ConfiguredChannels channels =
      new ConfiguredChannels(channelStore, new InvertingEncryption());
  private final FakeChannel mail = new FakeChannel();
  private final Dispatcher dispatcher =
      new Dispatcher(
          store,
          new Recipients(businesses, new InMemoryLightApps()),
          new Sending(
              asked -> asked == Channel.EMAIL ? Optional.of(mail) : Optional.empty(),
              channels,
              platform,
              businesses,
              new MessageText("")),
          clock);

  @BeforeEach
  void setUp() {
    platform.create(new PlatformBusiness(new BusinessId("b1"), "One", List.of(), clock.instant()));
    platform.save(new Person("cat", "Ms cat", "cat@example.com", "", ""));
    platform.save(new Person("bob", "Ms bob", "", "", ""));
    channels.replace(new Configured(Channel.EMAIL, true, Map.of("host", "mail"), 0));
  }

  @Test
  void takesANoticeToItsPeople() {
    store.put(Notices.of(Why.FAILED));

    work();

    assertThat(mail.sent).extracting(Message::to).containsExactly("cat@example.com");
    assertThat(mail.sent.get(0).text()).contains("One (b1)", "Ms bob (bob)");
    assertThat(mail.settings).isEqualTo(Map.of("host", "mail"));
    assertThat(only().state()).isEqualTo(State.SENT);
    assertThat(store.outbox(9)).isEmpty();
  }

  @Test
  void aServerThatIsGoneIsTriedAgainLaterAndLater() {
    mail.failure = Optional.of(SendFailed.forNow("The mail server is gone."));
    store.put(Notices.of(Why.FAILED));
    work();
    assertThat(only().lastError()).contains("The mail server is gone.");
    Instant first = only().nextAt();
    assertThat(first).isEqualTo(clock.instant().plusSeconds(5));

    clock.advance(Duration.ofSeconds(5));
    work();
    assertThat(Duration.between(clock.instant(), only().nextAt()))
        .isEqualTo(Duration.ofSeconds(15));
    mail.failure = Optional.empty();
    clock.advance(Duration.ofSeconds(15));
    work();

    assertThat(only().state()).isEqualTo(State.SENT);
    assertThat(only().attempts()).isEqualTo(3);
    assertThat(mail.sent).hasSize(1);
  }

  @Test
  void givesUpAfterAboutADay() {
    mail.failure = Optional.of(SendFailed.forNow("The mail server is gone."));
    store.put(Notices.of(Why.FAILED));
    Instant begin = clock.instant();

    for (int turn = 0; turn < 20 && (turn == 0 || only().state() == State.PENDING); turn++) {
      work();
      clock.advance(Duration.between(clock.instant(), only().nextAt()));
    }

    assertThat(only().state()).isEqualTo(State.FAILED);
    assertThat(only().attempts()).isEqualTo(13);
    assertThat(Duration.between(begin, clock.instant()))
        .isBetween(Duration.ofHours(20), Duration.ofHours(30));
  }

  @Test
  void whatCanNeverWorkIsGivenUpAtOnce() {
    store.put(
        Notices.of(Why.FAILED, List.of(), Notices.telling(List.of("nobody"), List.of(), false)));

    work();

    assertThat(only().state()).isEqualTo(State.FAILED);
    assertThat(only().lastError()).contains("There is no person nobody.");
  }

  @Test
  void whoHasNoAddressIsShown() {
    Notify bySms =
        new Notify(
            List.of(Notify.On.FAILURE), List.of(Channel.SMS), List.of("cat"), List.of(), false);
    channelStore.replace(
        new StoredChannel(
            Channel.SMS,
            true,
            new InvertingEncryption().encrypt("{}".getBytes(StandardCharsets.UTF_8)),
            0));
    store.put(Notices.of(Why.FAILED, List.of(), bySms));

    work();

    assertThat(only().state()).isEqualTo(State.FAILED);
    assertThat(only().lastError()).contains("cat has no address for SMS.");
  }

  @Test
  void aChannelThatIsOffHoldsItsMessagesUntilItIsOn() {
    channels.replace(new Configured(Channel.EMAIL, false, Map.of("host", "mail"), 1));
    store.put(Notices.of(Why.FAILED));
    work();
    assertThat(mail.sent).isEmpty();

    channels.replace(new Configured(Channel.EMAIL, true, Map.of("host", "mail"), 2));
    clock.advance(Duration.ofSeconds(5));
    work();

    assertThat(mail.sent).hasSize(1);
  }

  @Test
  void whatAServerClaimedAndDiedOverIsSentByAnother() {
    store.put(Notices.of(Why.FAILED));
    dispatcher.address();
    store.claim(only(), clock.instant().plus(Dispatcher.CLAIM));
    work();
    assertThat(mail.sent).isEmpty();

    clock.advance(Dispatcher.CLAIM);
    work();

    assertThat(mail.sent).hasSize(1);
  }

  @Test
  void aFaultOfAChannelIsNotedAndTriedAgain() {
    channelStore.replace(new StoredChannel(Channel.EMAIL, true, new byte[] {1, 2, 3}, 1));
    store.put(Notices.of(Why.FAILED));

    work();

    assertThat(only().state()).isEqualTo(State.PENDING);
    assertThat(only().lastError().orElseThrow()).contains("see the server's log");
    assertThat(only().nextAt()).isEqualTo(clock.instant().plusSeconds(5));
  }

  @Test
  void writesInTheChannelsLanguage() {
    channels.replace(
        new Configured(Channel.EMAIL, true, Map.of("host", "mail", "language", "zh-CN"), 1));
    Notice notice = Notices.of(Why.SUCCEEDED);
    store.put(notice);

    work();

    assertThat(mail.sent.get(0).subject()).isEqualTo("[标准运维] 执行成功：Prefetch_1");
  }

  private Delivery only() {
    assertThat(store.all()).hasSize(1);
    return store.all().get(0);
  }

  private void work() {
    dispatcher.address();
    for (Channel channel : Channel.values()) {
      dispatcher.send(channel);
    }
  }
}
