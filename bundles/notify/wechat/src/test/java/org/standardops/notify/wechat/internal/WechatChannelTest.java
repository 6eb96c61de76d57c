package org.standardops.notify.wechat.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.standardops.json.JsonCodec;
import org.standardops.notify.Message;
import org.standardops.notify.SendFailed;

class WechatChannelTest {

  private static final Message MESSAGE = new Message("ann.wx", "Failed", "任务失败 \"x\"", "brief");
  private static final String TOKEN =
      "{\"errcode\": 0, \"access_token\": \"tok/1\", \"expires_in\": 7200}";
  private static final String OK = "{\"errcode\": 0, \"errmsg\": \"ok\", \"invaliduser\": \"\"}";

  private final Instant[] now = {Instant.parse("2026-11-24T08:00:00Z")};
  private final WechatChannel channel = new WechatChannel(() -> now[0]);
  private WecomStandIn wecom;

  @BeforeEach
  void start() throws IOException {
    wecom = new WecomStandIn();
  }

  @AfterEach
  void stop() {
    wecom.close();
  }

  @Test
  void sendsAsTheApplicationWithATokenThatIsKept() throws SendFailed {
    wecom.next(TOKEN);
    wecom.next(OK);
    wecom.next(OK);

    channel.send(MESSAGE, application());
    channel.send(MESSAGE, application());

    assertThat(wecom.requests)
        .extracting(WecomStandIn.Request::path)
        .containsExactly("/cgi-bin/gettoken", "/cgi-bin/message/send", "/cgi-bin/message/send");
    assertThat(wecom.requests.get(0).query()).isEqualTo("corpid=corp&corpsecret=app+secret");
    assertThat(wecom.requests.get(1).query()).isEqualTo("access_token=tok%2F1");
    assertThat(body(1))
        .isEqualTo(
            Map.of(
                "touser",
                "ann.wx",
                "msgtype",
                "text",
                "agentid",
                1000002,
                "text",
                Map.of("content", "任务失败 \"x\"")));
  }

  @Test
  void aTokenThatIsOverIsFetchedAgain() throws SendFailed {
    wecom.next(TOKEN);
    wecom.next("{\"errcode\": 42001}");
    wecom.next(TOKEN);
    wecom.next(OK);

    channel.send(MESSAGE, application());

    assertThat(wecom.requests).hasSize(4);
  }

  @Test
  void aMemberThatIsNotThereNeverWillBe() {
    wecom.next(TOKEN);
    wecom.next("{\"errcode\": 0, \"invaliduser\": \"ann.wx\"}");

    SendFailed failed =
        catchThrowableOfType(SendFailed.class, () -> channel.send(MESSAGE, application()));

    assertThat(failed.isLasting()).isTrue();
  }

  @Test
  void aRefusedSecretIsToldWithoutIt() {
    wecom.next("{\"errcode\": 40001, \"errmsg\": \"invalid credential app secret\"}");

    assertThatThrownBy(() -> channel.send(MESSAGE, application()))
        .isInstanceOf(SendFailed.class)
        .hasMessageContaining("40001")
        .hasMessageNotContaining("app secret");
  }

  @Test
  void aRobotMentionsThePerson() throws SendFailed {
    wecom.next("{\"errcode\": 0}");

    channel.send(MESSAGE, Map.of("robotKey", "robot-key", "endpoint", wecom.endpoint()));

    assertThat(wecom.requests.get(0).path()).isEqualTo("/cgi-bin/webhook/send");
    assertThat(wecom.requests.get(0).query()).isEqualTo("key=robot-key");
    assertThat(body(0))
        .isEqualTo(
            Map.of(
                "msgtype",
                "text",
                "text",
                Map.of("content", "任务失败 \"x\"", "mentioned_list", List.of("ann.wx"))));
  }

  @Test
  void aTextThatWecomWouldNotTakeIsSentInBrief() throws SendFailed {
    wecom.next("{\"errcode\": 0}");

    channel.send(
        new Message("ann.wx", "s", "长".repeat(700), "brief"),
        Map.of("robotKey", "k", "endpoint", wecom.endpoint()));

    assertThat(wecom.requests.get(0).body()).contains("brief").doesNotContain("长");
  }

  @Test
  void aPlatformThatIsGoneMayComeBackAndItsAddressIsNotTold() {
    Map<String, Object> settings = Map.of("robotKey", "robot-key", "endpoint", wecom.endpoint());
    wecom.close();

    SendFailed failed =
        catchThrowableOfType(SendFailed.class, () -> channel.send(MESSAGE, settings));

    assertThat(failed.isLasting()).isFalse();
    assertThat(failed.getMessage()).doesNotContain("robot-key");
  }

  private Object body(int request) {
    return new JsonCodec()
        .read(wecom.requests.get(request).body().getBytes(StandardCharsets.UTF_8), Map.class);
  }

  private Map<String, Object> application() {
    return Map.of(
        "corpId",
        "corp",
        "agentId",
        1000002,
        "corpSecret",
        "app secret",
        "endpoint",
        wecom.endpoint());
  }
}
