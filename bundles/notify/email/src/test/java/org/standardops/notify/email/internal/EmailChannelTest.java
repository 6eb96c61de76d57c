package org.standardops.notify.email.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.HashMap;
import java.util.Map;
import javax.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.standardops.notify.Message;
import org.standardops.notify.SendFailed;

class EmailChannelTest {

  private static final Message MESSAGE =
      new Message("ann@example.com", "任务失败", "The task failed.\n节点: 推送\n", "failed");

  private final EmailChannel channel = new EmailChannel();
  private GreenMail server;

  @BeforeEach
  void start() {
    server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.setUser("ops@example.com", "ops", "smtp-password");
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void takesSubjectAndTextInEveryScript() throws Exception {
    channel.send(MESSAGE, settings(Map.of()));

    MimeMessage received = server.getReceivedMessages()[0];
    assertThat(received.getSubject()).isEqualTo("任务失败");
    assertThat((String) received.getContent()).contains("The task failed.", "节点: 推送");
    assertThat(received.getAllRecipients()[0]).hasToString("ann@example.com");
    assertThat(received.getFrom()[0]).hasToString("ops@example.com");
    assertThat(received.getHeader("Auto-Submitted")).containsExactly("auto-generated");
  }

  @Test
  void certificatesThatAreNoneAreNamed() {
    Map<String, Object> settings =
        settings(Map.of("security", "STARTTLS", "certificates", "-----BEGIN CERTIFICATE-----\nx"));

    assertThatThrownBy(() -> channel.send(MESSAGE, settings))
        .isInstanceOf(SendFailed.class)
        .hasMessageContaining("'certificates'");
  }

  @Test
  void signsInWhereAUserIsSet() throws Exception {
    channel.send(MESSAGE, settings(Map.of("user", "ops", "password", "smtp-password")));

    assertThat(server.getReceivedMessages()).hasSize(1);
  }

  @Test
  void aWrongPasswordIsToldWithoutIt() {
    SendFailed failed =
        catchThrowableOfType(
            SendFailed.class,
            () ->
                channel.send(MESSAGE, settings(Map.of("user", "ops", "password", "not-this-one"))));

    assertThat(failed).hasMessageContaining("user or password").isNotNull();
    assertThat(failed.getMessage()).doesNotContain("not-this-one");
    assertThat(failed.isLasting()).isFalse();
  }

  @Test
  void refusesToSendInTheClearWhereTlsIsAskedFor() {
    assertThatThrownBy(() -> channel.send(MESSAGE, settings(Map.of("security", "STARTTLS"))))
        .isInstanceOf(SendFailed.class);

    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void aServerThatIsGoneMayComeBack() {
    Map<String, Object> settings = settings(Map.of());
    server.stop();

    SendFailed failed =
        catchThrowableOfType(SendFailed.class, () -> channel.send(MESSAGE, settings));

    assertThat(failed.isLasting()).isFalse();
    assertThat(failed).hasMessageContaining("127.0.0.1");
  }

  @Test
  void whatIsNoAddressNeverWillBe() {
    Message toNobody = new Message("no address", "s", "t", "b");

    SendFailed failed =
        catchThrowableOfType(SendFailed.class, () -> channel.send(toNobody, settings(Map.of())));

    assertThat(failed.isLasting()).isTrue();
  }

  @Test
  void aLineBreakInAnAddressAddsNoHeader() {
    Message injecting = new Message("ann@example.com\r\nBcc: eve@example.com", "s", "t", "b");

    assertThatThrownBy(() -> channel.send(injecting, settings(Map.of())))
        .isInstanceOf(SendFailed.class);
  }

  private Map<String, Object> settings(Map<String, Object> more) {
    Map<String, Object> settings =
        new HashMap<>(
            Map.of(
                "host",
                "127.0.0.1",
                "port",
                server.getSmtp().getPort(),
                "security",
                "NONE",
                "from",
                "ops@example.com"));
    settings.putAll(more);
    return settings;
  }
}
