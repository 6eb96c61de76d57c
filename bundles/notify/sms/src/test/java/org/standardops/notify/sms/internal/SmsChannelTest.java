package org.standardops.notify.sms.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.standardops.json.JsonCodec;
import org.standardops.notify.Message;
import org.standardops.notify.SendFailed;
import org.standardops.tencent.cloud.signature.Tc3Signer;

class SmsChannelTest {

  private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
  private static final String OK =
      "{\"Response\": {\"SendStatusSet\": [{\"Code\": \"Ok\"}], \"RequestId\": \"r1\"}}";

  private final SmsChannel channel = new SmsChannel(() -> NOW);
  private volatile String answer = OK;
  private volatile Headers headers;
  private volatile byte[] body = new byte[0];
  private HttpServer tencent;

  @BeforeEach
  void start() throws IOException {
    tencent = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    tencent.createContext("/", this::answer);
    tencent.start();
  }

  @AfterEach
  void stop() {
    tencent.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    headers = exchange.getRequestHeaders();
    body = exchange.getRequestBody().readAllBytes();
    byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Test
  void sendsTheBriefTextByTheTemplate() throws SendFailed {
    channel.send(message("138 0000 0000"), settings());

    Object sent = new JsonCodec().read(body, Map.class);
    assertThat(sent)
        .isEqualTo(
            Map.of(
                "PhoneNumberSet",
                List.of("+8613800000000"),
                "SmsSdkAppId",
                "1400006666",
                "SignName",
                "标准运维",
                "TemplateId",
                "1110",
                "TemplateParamSet",
                List.of("任务失败")));
    assertThat(headers.getFirst("X-TC-Action")).isEqualTo("SendSms");
    assertThat(headers.getFirst("X-TC-Version")).isEqualTo("2021-01-11");
    assertThat(headers.getFirst("X-TC-Region")).isEqualTo("ap-guangzhou");
    assertThat(headers.getFirst("X-TC-Timestamp")).isEqualTo("1795507200");
  }

  @Test
  void signsWhatItSendsForThisHost() throws SendFailed {
    channel.send(message("+8613800000000"), settings());

    String host = "127.0.0.1:" + tencent.getAddress().getPort();
    assertThat(headers.getFirst("Host")).isEqualTo(host);
    assertThat(headers.getFirst("Authorization"))
        .isEqualTo(
            new Tc3Signer("id", "the secret key").authorization("sms", host, "SendSms", NOW, body))
        .startsWith("TC3-HMAC-SHA256 Credential=id/2026-11-24/sms/tc3_request, ");
  }

  @Test
  void whatTencentCloudRefusesMayGoLater() {
    answer =
        "{\"Response\": {\"Error\": {\"Code\": \"LimitExceeded.DeliveryFrequencyLimit\","
            + " \"Message\": \"slow down\"}, \"RequestId\": \"r1\"}}";

    SendFailed failed =
        catchThrowableOfType(
            SendFailed.class, () -> channel.send(message("+8613800000000"), settings()));

    assertThat(failed.isLasting()).isFalse();
    assertThat(failed).hasMessageContaining("LimitExceeded.DeliveryFrequencyLimit, slow down");
  }

  @Test
  void aNumberThatIsRefusedByItselfIsGivenUp() {
    answer =
        "{\"Response\": {\"SendStatusSet\": [{\"Code\":"
            + " \"InvalidParameterValue.IncorrectPhoneNumber\", \"Message\": \"wrong\"}]}}";

    SendFailed failed =
        catchThrowableOfType(
            SendFailed.class, () -> channel.send(message("+8613800000000"), settings()));

    assertThat(failed.isLasting()).isTrue();
  }

  @Test
  void whatIsNoNumberIsNotSent() {
    assertThatThrownBy(() -> channel.send(message("call me"), settings()))
        .isInstanceOf(SendFailed.class)
        .hasMessageContaining("no phone number");

    assertThat(body).isEmpty();
  }

  private static Message message(String to) {
    return new Message(to, "s", "a long text", "任务失败");
  }

  private Map<String, Object> settings() {
    return new HashMap<>(
        Map.of(
            "secretId",
            "id",
            "secretKey",
            "the secret key",
            "sdkAppId",
            "1400006666",
            "signName",
            "标准运维",
            "templateId",
            "1110",
            "endpoint",
            "http://127.0.0.1:" + tencent.getAddress().getPort()));
  }
}
