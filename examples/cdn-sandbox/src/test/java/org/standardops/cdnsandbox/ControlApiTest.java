package org.standardops.cdnsandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ControlApiTest {
  private static final String URL = "http://cdn.example.test/game/version.json";
  private static final String PUSH_ONE = "{\"Urls\": [\"" + URL + "\"]}";

  private final SettableClock clock = new SettableClock("2026-11-24T04:00:00Z");
  private Sandbox sandbox;
  private SandboxClient client;

  @BeforeEach
  void start() throws Exception {
    sandbox = Sandbox.start(Options.parse(), Settings.defaults(), clock);
    client = new SandboxClient(sandbox, clock);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void holdsTheAnswerOfPushThatCounted() throws Exception {
    fault("{\"action\": \"PushUrlsCache\", \"effect\": \"HOLD\", \"worksFirst\": true}");
    CompletableFuture<String> answer = client.callLater("PushUrlsCache", PUSH_ONE);
    await().until(() -> client.control("GET", "/counts", "").path("held").asInt() == 1);
    assertThat(pushes()).isEqualTo(1);
    assertThat(answer).isNotDone();
    clock.advance(Duration.ofSeconds(2));
    assertThat(
            client
                .call("DescribePushTasks", "{\"StartTime\": \"2026-11-24 12:00:00\"}")
                .path("PushLogs"))
        .hasSize(1);

    client.control("POST", "/release", "");
    assertThat(answer.get(10, TimeUnit.SECONDS)).contains("TaskId");
    assertThat(pushes()).isEqualTo(1);
  }

  @Test
  void heldCallThatDidNoWorkGetsNoAnswer() throws Exception {
    fault("{\"action\": \"PushUrlsCache\", \"effect\": \"HOLD\"}");
    CompletableFuture<String> answer = client.callLater("PushUrlsCache", PUSH_ONE);
    await().until(() -> client.control("GET", "/counts", "").path("held").asInt() == 1);

    client.control("POST", "/release", "");
    assertThat(answer).failsWithin(Duration.ofSeconds(10));
    assertThat(pushes()).isZero();
  }

  @Test
  void failsAsOftenAsAsked() throws Exception {
    fault(
        "{\"action\": \"PushUrlsCache\", \"times\": 2, \"effect\": \"ERROR\", \"code\": \"InternalError.CdnSystemError\"}");

    for (int i = 0; i < 2; i++) {
      assertThat(client.call("PushUrlsCache", PUSH_ONE).at("/Error/Code").asText())
          .isEqualTo("InternalError.CdnSystemError");
    }
    assertThat(client.call("PushUrlsCache", PUSH_ONE).has("TaskId")).isTrue();
    assertThat(client.control("GET", "/counts", "").at("/calls/PushUrlsCache").asInt())
        .isEqualTo(3);
    assertThat(pushes()).isEqualTo(1);
  }

  @Test
  void answersAnotherHttpStatus() throws Exception {
    fault("{\"action\": \"*\", \"effect\": \"STATUS\", \"status\": 503}");

    assertThatThrownBy(() -> client.call("PushUrlsCache", PUSH_ONE)).hasMessage("HTTP 503");
  }

  @Test
  void dropsTheConnectionAfterTheWork() throws Exception {
    fault("{\"action\": \"PushUrlsCache\", \"effect\": \"DROP\", \"worksFirst\": true}");

    assertThatThrownBy(() -> client.call("PushUrlsCache", PUSH_ONE))
        .isInstanceOf(IOException.class);
    assertThat(pushes()).isEqualTo(1);
  }

  @Test
  void tellsWhatIsWrongWithFault() throws Exception {
    HttpResponse<String> answer =
        client.controlAnswer("POST", "/faults", "{\"action\": \"Push\", \"effect\": \"DROP\"}");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("action must be one of [*, PushUrlsCache", "not Push");
  }

  @Test
  void changesNamedSettingsOnly() throws Exception {
    client.control(
        "POST", "/settings", "{\"pushDuration\": \"PT10S\", \"failing\": [\"version\"]}");
    client.call("PushUrlsCache", PUSH_ONE);
    clock.advance(Duration.ofSeconds(9));
    assertThat(status()).isEqualTo("process");

    clock.advance(Duration.ofSeconds(1));
    assertThat(status()).isEqualTo("fail");
  }

  @Test
  void refusesSettingsThatDoNotFit() throws Exception {
    for (String body :
        new String[] {"{\"pushTime\": 1}", "{\"pushDuration\": \"3 s\"}", "{", "[]", ""}) {
      assertThat(client.controlAnswer("POST", "/settings", body).statusCode())
          .as(body)
          .isEqualTo(400);
    }
    assertThat(client.control("GET", "/settings", "").path("pushDuration").asText())
        .isEqualTo("PT3S");
  }

  @Test
  void changesFilesOfTheOriginBehindTheEdge() throws Exception {
    client.edge("/css/site.css");
    client.control("PUT", "/origin/files/css/site.css", "body { margin: 1em }");

    assertThat(client.origin("/css/site.css").body()).asString().contains("1em");
    assertThat(client.edge("/css/site.css").body()).asString().doesNotContain("1em");
  }

  @Test
  void resetsAllButThePorts() throws Exception {
    client.call("PushUrlsCache", PUSH_ONE);
    client.control("DELETE", "/origin/files/css/site.css", "");
    client.control("POST", "/settings", "{\"urlsPerCall\": 1}");
    fault("{\"action\": \"*\", \"effect\": \"DROP\"}");
    client.control("POST", "/reset", "");

    assertThat(client.control("GET", "/counts", ""))
        .hasToString(
            "{\"calls\":{},\"errors\":{},\"pushes\":{},\"purges\":{},\"originRequests\":{},\"held\":0}");
    assertThat(client.control("GET", "/settings", "").path("urlsPerCall").asInt()).isEqualTo(500);
    assertThat(client.origin("/css/site.css").statusCode()).isEqualTo(200);
    assertThat(client.call("PushUrlsCache", PUSH_ONE).has("TaskId")).isTrue();
  }

  private void fault(String body) throws Exception {
    assertThat(client.controlAnswer("POST", "/faults", body).statusCode()).isEqualTo(200);
  }

  private int pushes() throws Exception {
    return client.control("GET", "/counts", "").path("pushes").path(URL).asInt();
  }

  private String status() throws Exception {
    return client
        .call("DescribePushTasks", "{\"StartTime\": \"2026-11-24 12:00:00\"}")
        .at("/PushLogs/0/Status")
        .asText();
  }
}
