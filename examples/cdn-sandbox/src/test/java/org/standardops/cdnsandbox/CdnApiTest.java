package org.standardops.cdnsandbox;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CdnApiTest {
  private static final String PUSH_ONE =
      "{\"Urls\": [\"http://cdn.example.test/game/version.json\"]}";

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
  void answersRightlySignedCall() throws Exception {
    JsonNode answer = client.call("PushUrlsCache", PUSH_ONE);

    assertThat(answer.path("TaskId").asText()).matches("\\d+");
    assertThat(answer.path("RequestId").asText()).isNotEmpty();
  }

  @Test
  void refusesOtherBodyThanTheSignedOne() throws Exception {
    SandboxClient.Signing signing = client.rightly(PUSH_ONE);

    assertThat(error(client.call("PushUrlsCache", PUSH_ONE + " ", signing)))
        .isEqualTo("AuthFailure.SignatureFailure");
    assertThat(client.control("GET", "/counts", "").path("pushes")).isEmpty();
  }

  @Test
  void refusesWrongKey() throws Exception {
    SandboxClient.Signing right = client.rightly(PUSH_ONE);
    SandboxClient.Signing wrong =
        new SandboxClient.Signing(right.secretId(), "guessed", "cdn", right.at(), PUSH_ONE);

    assertThat(error(client.call("PushUrlsCache", PUSH_ONE, wrong)))
        .isEqualTo("AuthFailure.SignatureFailure");
  }

  @Test
  void refusesScopeOfAnotherService() throws Exception {
    SandboxClient.Signing right = client.rightly(PUSH_ONE);
    SandboxClient.Signing wrong =
        new SandboxClient.Signing(right.secretId(), right.secretKey(), "cvm", right.at(), PUSH_ONE);

    assertThat(error(client.call("PushUrlsCache", PUSH_ONE, wrong)))
        .isEqualTo("AuthFailure.SignatureFailure");
  }

  @Test
  void refusesUnknownSecretId() throws Exception {
    SandboxClient.Signing right = client.rightly(PUSH_ONE);
    SandboxClient.Signing wrong =
        new SandboxClient.Signing("nobody", right.secretKey(), "cdn", right.at(), PUSH_ONE);

    assertThat(error(client.call("PushUrlsCache", PUSH_ONE, wrong)))
        .isEqualTo("AuthFailure.SecretIdNotFound");
  }

  @Test
  void acceptsTimestampOfFiveMinutesAgoButNoOlder() throws Exception {
    SandboxClient.Signing signing = client.rightly(PUSH_ONE);
    clock.advance(Duration.ofMinutes(5));
    assertThat(client.call("PushUrlsCache", PUSH_ONE, signing).path("Error").isMissingNode())
        .isTrue();
    clock.advance(Duration.ofSeconds(1));

    assertThat(error(client.call("PushUrlsCache", PUSH_ONE, signing)))
        .isEqualTo("AuthFailure.SignatureExpire");
  }

  @Test
  void refusesCallWithoutAuthorization() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + sandbox.ports().api() + "/"))
            .header("Content-Type", "application/json")
            .header("X-TC-Action", "PushUrlsCache")
            .header("X-TC-Version", "2018-06-06")
            .header("X-TC-Timestamp", Long.toString(clock.instant().getEpochSecond()))
            .POST(BodyPublishers.ofString(PUSH_ONE))
            .build();

    assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body())
        .contains("AuthFailure.InvalidAuthorization");
  }

  @Test
  void refusesUnknownActionsAndParameters() throws Exception {
    assertThat(error(client.call("PushPathCache", "{}"))).isEqualTo("InvalidAction");
    assertThat(error(client.call("PurgeUrlsCache", "{\"Url\": []}"))).isEqualTo("UnknownParameter");
    assertThat(error(client.call("PurgeUrlsCache", "{}"))).isEqualTo("MissingParameter");
    assertThat(error(client.call("PurgeUrlsCache", "{"))).isEqualTo("InvalidParameter");
  }

  @Test
  void refusesUrlsOfUnknownHosts() throws Exception {
    assertThat(error(client.call("PushUrlsCache", "{\"Urls\": [\"http://other.test/a\"]}")))
        .isEqualTo("ResourceNotFound.CdnHostNotExists");
    assertThat(error(client.call("PushUrlsCache", "{\"Urls\": [\"cdn.example.test/a\"]}")))
        .isEqualTo("InvalidParameter.CdnParamError");
  }

  @Test
  void takesFiveHundredUrlsACall() throws Exception {
    assertThat(error(client.call("PushUrlsCache", urls(501))))
        .isEqualTo("LimitExceeded.CdnPushExceedBatchLimit");
    assertThat(error(client.call("PurgeUrlsCache", urls(501))))
        .isEqualTo("LimitExceeded.CdnPurgeUrlExceedBatchLimit");
    assertThat(client.call("PushUrlsCache", urls(500)).has("TaskId")).isTrue();
  }

  @Test
  void takesThousandPushedUrlsUntilMidnightInUtcPlusEight() throws Exception {
    client.call("PushUrlsCache", urls(500));
    client.call("PushUrlsCache", urls(500));
    assertThat(error(client.call("PushUrlsCache", urls(1))))
        .isEqualTo("LimitExceeded.CdnPushExceedDayLimit");

    clock.advance(Duration.ofHours(12));
    assertThat(client.call("PushUrlsCache", urls(1)).has("TaskId")).isTrue();
  }

  @Test
  void takesTwentyCallsOfAnActionASecond() throws Exception {
    String query = "{\"TaskId\": \"1\"}";
    for (int i = 0; i < 20; i++) {
      assertThat(client.call("DescribePushTasks", query).has("PushLogs")).isTrue();
    }
    assertThat(error(client.call("DescribePushTasks", query))).isEqualTo("RequestLimitExceeded");
    assertThat(client.call("DescribePurgeTasks", query).has("PurgeLogs")).isTrue();

    clock.advance(Duration.ofSeconds(1));
    assertThat(client.call("DescribePushTasks", query).has("PushLogs")).isTrue();
  }

  @Test
  void listsTaskOnlyTwoSecondsAfterItWasMade() throws Exception {
    String query = "{\"TaskId\": \"%s\"}".formatted(push(PUSH_ONE));
    clock.advance(Duration.ofMillis(1_999));
    assertThat(client.call("DescribePushTasks", query).path("TotalCount").asInt()).isZero();

    clock.advance(Duration.ofMillis(1));
    assertThat(client.call("DescribePushTasks", query).path("TotalCount").asInt()).isEqualTo(1);
  }

  @Test
  void describesPushAsTheDocumentsDo() throws Exception {
    String task = push(PUSH_ONE);
    clock.advance(Duration.ofSeconds(10));

    JsonNode row = client.call("DescribePushTasks", "{\"TaskId\": \"" + task + "\"}");
    assertThat(row.at("/PushLogs/0").toString())
        .isEqualTo(
            "{\"TaskId\":\"%s\",\"Url\":\"http://cdn.example.test/game/version.json\",\"Status\":\"done\","
                    .formatted(task)
                + "\"CreateTime\":\"2026-11-24 12:00:00\",\"Percent\":100,\"Area\":\"mainland\","
                + "\"UpdateTime\":\"2026-11-24 12:00:03\"}");
  }

  @Test
  void findsPushesByTimeAndUrl() throws Exception {
    push(PUSH_ONE);
    clock.advance(Duration.ofSeconds(10));

    assertThat(found("\"StartTime\": \"2026-11-24 12:00:00\"")).isEqualTo(1);
    assertThat(found("\"StartTime\": \"2026-11-24 12:00:01\"")).isZero();
    assertThat(
            found("\"StartTime\": \"2026-11-24 11:00:00\", \"EndTime\": \"2026-11-24 11:59:59\""))
        .isZero();
    String today = "\"StartTime\": \"2026-11-24 00:00:00\", ";
    assertThat(found(today + "\"Keyword\": \"http://cdn.example.test/game/version.json\""))
        .isEqualTo(1);
    assertThat(found(today + "\"Keyword\": \"http://cdn.example.test/game\"")).isZero();
    assertThat(found(today + "\"Keyword\": \"cdn.example.test\"")).isEqualTo(1);
    assertThat(found(today + "\"Area\": \"overseas\"")).isZero();
    assertThat(found(today + "\"Status\": \"done\"")).isEqualTo(1);
    assertThat(found(today + "\"Status\": \"process\"")).isZero();
  }

  @Test
  void wantsTaskIdOrStartTime() throws Exception {
    assertThat(error(client.call("DescribePushTasks", "{\"Keyword\": \"cdn.example.test\"}")))
        .isEqualTo("InvalidParameter.CdnParamError");
    assertThat(error(client.call("DescribePushTasks", "{\"StartTime\": \"2026-11-24\"}")))
        .isEqualTo("InvalidParameter.CdnParamError");
  }

  @Test
  void listsPagesOfTwentyNewestFirst() throws Exception {
    String task = push(urls(25));
    clock.advance(Duration.ofSeconds(10));

    JsonNode first = client.call("DescribePushTasks", "{\"TaskId\": \"" + task + "\"}");
    JsonNode second =
        client.call("DescribePushTasks", "{\"TaskId\": \"" + task + "\", \"Offset\": 20}");
    assertThat(first.path("TotalCount").asInt()).isEqualTo(25);
    assertThat(first.path("PushLogs")).hasSize(20);
    assertThat(first.at("/PushLogs/0/Url").asText()).endsWith("?24");
    assertThat(second.path("PushLogs")).hasSize(5);
  }

  @Test
  void tellsOriginAndServerNameOfDomain() throws Exception {
    JsonNode answer =
        client.call(
            "DescribeDomainsConfig",
            "{\"Filters\": [{\"Name\": \"domain\", \"Value\": [\"static.example.test\"]}]}");

    assertThat(answer.path("TotalNumber").asInt()).isEqualTo(1);
    assertThat(answer.at("/Domains/0/Origin/Origins/0").asText())
        .isEqualTo("127.0.0.1:" + sandbox.ports().origin());
    assertThat(answer.at("/Domains/0/Origin/ServerName").asText()).isEqualTo("origin.example.test");
  }

  private String push(String body) throws Exception {
    return client.call("PushUrlsCache", body).path("TaskId").asText();
  }

  private int found(String filter) throws Exception {
    return client.call("DescribePushTasks", "{" + filter + "}").path("TotalCount").asInt(-1);
  }

  private static String urls(int count) {
    Stream<String> urls =
        IntStream.range(0, count).mapToObj(i -> "\"http://localhost/img/banner.png?" + i + "\"");
    return "{\"Urls\": [" + urls.collect(joining(",")) + "]}";
  }

  private static String error(JsonNode response) {
    return response.at("/Error/Code").asText();
  }
}
