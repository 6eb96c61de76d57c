package org.standardops.services.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.standardops.model.BusinessId;
import org.standardops.model.ErrorCode;
import org.standardops.model.Fault;
import org.standardops.model.Page;
import org.standardops.model.ProductException;
import org.standardops.model.process.Notify.Channel;
import org.standardops.notify.Message;
import org.standardops.notify.SendFailed;
import org.standardops.services.NotificationService.ChannelView;
import org.standardops.services.port.DeliveryStore;

class NotificationUseCasesTest {

  private static final Map<String, Object> MAIL =
      Map.of("host", "mail", "password", "smtp-password");
  private static final Map<String, Object> HIDDEN = Map.of("secret", true);

  private final World world = new World();

  @Test
  void aChannelNeverSetUpIsOff() {
    ChannelView mail = world.notifications.channel(world.root, Channel.EMAIL);

    assertThat(mail.enabled()).isFalse();
    assertThat(mail.installed()).isTrue();
    assertThat(mail.version()).isZero();
    assertThat(world.notifications.channel(world.root, Channel.SMS).installed()).isFalse();
  }

  @Test
  void aSecretIsNeverShownAndStoredSealed() {
    ChannelView mail = world.notifications.replace(world.root, Channel.EMAIL, 0, true, MAIL);

    assertThat(mail.settings()).isEqualTo(Map.of("host", "mail", "password", HIDDEN));
    byte[] stored = world.channelStore.find(Channel.EMAIL).orElseThrow().settings();
    assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("smtp-password");
  }

  @Test
  void aSecretSentBackAsShownIsUnchanged() {
    world.notifications.replace(world.root, Channel.EMAIL, 0, true, MAIL);

    world.notifications.replace(
        world.root, Channel.EMAIL, 1, true, Map.of("host", "other", "password", HIDDEN));
    world.notifications.test(world.root, Channel.EMAIL, "ann@example.com");

    assertThat(world.channel.settings)
        .isEqualTo(Map.of("host", "other", "password", "smtp-password"));
  }

  @Test
  void faultsOfSettingsAreToldWithTheirPlaces() {
    ProductException refused =
        catchThrowableOfType(
            ProductException.class,
            () ->
                world.notifications.replace(
                    world.root, Channel.EMAIL, 0, true, Map.of("hots", "mail")));

    assertThat(refused.faults())
        .extracting(Fault::pointer)
        .containsExactlyInAnyOrder("/settings/host", "/settings/hots");
  }

  @Test
  void aChangeBasedOnAnOldVersionIsRefused() {
    world.notifications.replace(world.root, Channel.EMAIL, 0, true, MAIL);

    assertThatThrownBy(() -> world.notifications.replace(world.root, Channel.EMAIL, 0, false, MAIL))
        .extracting(e -> ((ProductException) e).code())
        .isEqualTo(ErrorCode.ETAG_CHANGED);
  }

  @Test
  void aTestMessageIsSentEvenWhileTheChannelIsOff() {
    world.notifications.replace(world.root, Channel.EMAIL, 0, false, MAIL);

    assertThat(world.notifications.test(world.root, Channel.EMAIL, "ann@example.com")).isEmpty();

    assertThat(world.channel.sent).extracting(Message::to).containsExactly("ann@example.com");
  }

  @Test
  void aBusinessAdminSeesDeliveriesOfTheOwnBusinessOnly() {
    Page.Request page = new Page.Request(10, Optional.empty());

    assertThat(world.notifications.deliveries(world.ann, of(World.B1), page).items()).isEmpty();

    assertThatThrownBy(() -> world.notifications.deliveries(world.ann, of(World.B2), page))
        .extracting(e -> ((ProductException) e).code())
        .isEqualTo(ErrorCode.NOT_FOUND);
    DeliveryStore.Filter all =
        new DeliveryStore.Filter(Optional.empty(), Optional.empty(), Optional.empty());
    assertThatThrownBy(() -> world.notifications.deliveries(world.ann, all, page))
        .extracting(e -> ((ProductException) e).code())
        .isEqualTo(ErrorCode.FORBIDDEN);
  }

  private static DeliveryStore.Filter of(BusinessId business) {
    return new DeliveryStore.Filter(Optional.of(business), Optional.empty(), Optional.empty());
  }

  @Test
  void aTestSaysWhyNothingWasSent() {
    assertThat(world.notifications.test(world.root, Channel.EMAIL, "ann@example.com"))
        .contains("The channel EMAIL is not set up.");
    world.notifications.replace(world.root, Channel.EMAIL, 0, true, MAIL);
    world.channel.failure = Optional.of(SendFailed.forNow("The mail server is gone."));

    assertThat(world.notifications.test(world.root, Channel.EMAIL, "ann@example.com"))
        .contains("The mail server is gone.");
  }
}
