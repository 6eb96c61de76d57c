package org.standardops.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.standardops.itests.OutsideApi.Asked;
import org.standardops.itests.OutsideApi.Reply;
import org.standardops.tencent.cloud.signature.Tc3Signer;

/** Cloud and custom APIs, called by a business's own access, well behaved and not. */
class OutsideApisIT {

  private static final Map<String, String> KEYS =
      Map.of("server-id", "server-key-4711", "own-id", "own-key-0815");

  private static final CountDownLatch END = new CountDownLatch(1);
  private static final OutsideApi OUTSIDE = new OutsideApi();
  private static Web web;

  @BeforeAll
  static void start() throws IOException {
    OUTSIDE
        .at("/", OutsideApisIT::cloud)
        .at("/builds", asked -> Reply.json(202, "{\"id\": 7}"))
        .at(
            "/hanging",
            asked -> {
              END.await();
              return Reply.json(200, "{}");
            })
        .at("/failing", asked -> Reply.json(500, "{\"message\": \"out of order\"}"))
        .at("/broken", asked -> Reply.json(200, "{\"version\": "))
        .at("/long", asked -> Reply.json(200, "\"" + "x".repeat(2_000_000) + "\""))
        .at(
            "/away",
            asked -> new Reply(302, Map.of("Location", "http://169.254.169.254/latest"), ""));
    Download download = Download.fresh();
    OutsideApi.allow(download);
    Files.writeString(
        download.folder().resolve("etc/org.standardops.tencentcloud.cfg"),
        "endpoint = %s\nsecretId = server-id\nsecretKey = server-key-4711\n"
            .formatted(OUTSIDE.url()));
    web = Web.on(new ServerProcess(download));
  }

  @AfterAll
  static void stop() {
    END.countDown();
    web.server().close();
    OUTSIDE.close();
  }

  /** Checks signature, time, action and version; instances start when they are looked at twice. */
  private static Reply cloud(Asked asked) {
    Map<String, String> headers = asked.headers();
    String id = headers.get("Authorization").replaceFirst(".*Credential=([^/]+)/.*", "$1");
    Instant at = Instant.ofEpochSecond(Long.parseLong(headers.get("X-TC-Timestamp")));
    String expected =
        new Tc3Signer(id, KEYS.getOrDefault(id, "none"))
            .authorization(
                "cvm",
                headers.get("Host"),
                headers.get("X-TC-Action"),
                at,
                asked.body().getBytes(StandardCharsets.UTF_8));
    boolean fresh = Math.abs(at.getEpochSecond() - Instant.now().getEpochSecond()) < 300;
    if (!fresh || !expected.equals(headers.get("Authorization"))) {
      return error("AuthFailure.SignatureFailure");
    }
    if (!"2017-03-12".equals(headers.get("X-TC-Version"))) {
      return error("NoSuchVersion");
    }
    return switch (headers.get("X-TC-Action")) {
      case "RebootInstances" -> response("\"Rebooted\": true");
      case "DescribeInstancesStatus" ->
          response(
              "\"InstanceStatusSet\": [{\"InstanceState\": \"%s\"}]"
                  .formatted(looks() % 2 == 0 ? "RUNNING" : "REBOOTING"));
      default -> error("InvalidAction");
    };
  }

  private static long looks() {
    return OUTSIDE.asked("/").stream()
        .filter(each -> "DescribeInstancesStatus".equals(each.headers().get("X-TC-Action")))
        .count();
  }

  private static Reply response(String fields) {
    return Reply.json(200, "{\"Response\": {" + fields + ", \"RequestId\": \"r1\"}}");
  }

  private static Reply error(String code) {
    return response("\"Error\": {\"Code\": \"" + code + "\", \"Message\": \"As said.\"}");
  }

  @Test
  void aBusinessesOwnAccessCountsOverTheServers() {
    String own = "/businesses/web/connections/tencentcloud";
    String process = web.exampleProcess("tencent-cloud.json");
    Map<String, Object> variables = Map.of("instances", List.of("ins-1", "ins-2"));

    JsonNode ended = web.awaitState(web.start(process, variables), "SUCCEEDED");

    assertThat(Web.node(ended, "reboot").at("/outputs/response/RequestId").asText())
        .isEqualTo("r1");
    Asked reboot = lastReboot();
    assertThat(reboot.headers().get("Authorization")).contains("Credential=server-id/");
    assertThat(reboot.headers().get("X-TC-Region")).isEqualTo("ap-guangzhou");
    assertThat(reboot.body()).contains("[\"ins-1\",\"ins-2\"]");

    String told =
        web.ann()
            .put(own, Map.of("secretId", "own-id", "secretKey", "own-key-0815"))
            .expect(200)
            .text();
    assertThat(told).doesNotContain("own-key-0815").contains("\"secretKey\":{\"secret\":true}");
    web.awaitState(web.start(process, variables), "SUCCEEDED");
    assertThat(lastReboot().headers().get("Authorization")).contains("Credential=own-id/");

    web.ann().put(own, Map.of("secretId", "own-id", "secretKey", "wrong-key")).expect(200);
    JsonNode failed = web.awaitState(web.start(process, variables), "FAILED");
    assertThat(Web.node(failed, "reboot").at("/error/message").asText())
        .contains("AuthFailure.SignatureFailure");
    web.ann().put(own, Map.of("secretId", "own-id", "other", "x")).expect(422);
    web.ann().delete(own).expect(204);
    web.awaitState(web.start(process, variables), "SUCCEEDED");
    assertThat(lastReboot().headers().get("Authorization")).contains("Credential=server-id/");
    assertThat(web.ann().get("/audit?business=web&limit=200").expect(200).text())
        .contains("SET_CONNECTION", "DELETE_CONNECTION")
        .doesNotContain("own-key-0815");
  }

  private static Asked lastReboot() {
    List<Asked> reboots =
        OUTSIDE.asked("/").stream()
            .filter(each -> "RebootInstances".equals(each.headers().get("X-TC-Action")))
            .toList();
    return reboots.get(reboots.size() - 1);
  }

  @Test
  void aCustomApiCallsBack() throws IOException {
    String process = web.exampleProcess("custom-api.json");
    String task = web.start(process, Map.of("api", OUTSIDE.url(), "token", "t0ken-4711"));

    JsonNode waiting = web.awaitNode(task, "build", "WAITING");
    Asked asked = OUTSIDE.asked("/builds").get(0);
    assertThat(asked.headers().get("Authorization")).isEqualTo("Bearer t0ken-4711");
    JsonNode body = RestClient.JSON.readTree(asked.body());
    assertThat(waiting.at("/waitingFor/kind").asText()).isEqualTo("CALLBACK");
    String callback = body.get("notify").asText().replaceFirst(".*/api/v1", "");
    new RestClient(web.server())
        .post(callback, Map.of("state", "DONE", "artifact", "game.zip"))
        .expect(204);

    JsonNode ended = web.awaitState(task, "SUCCEEDED");
    assertThat(Web.node(ended, "build").at("/outputs/build").asInt()).isEqualTo(7);
    assertThat(ended.at("/variables/artifact").asText()).isEqualTo("game.zip");
    assertThat(web.ann().get("/tasks/" + task + "/nodes/build/log").text())
        .doesNotContain(callback.substring("/callbacks/".length()));
  }

  @Test
  void eachFaultOfAnApiIsToldAtItsNodeAndTheRestGoesOn() {
    String process =
        web.process(
            Map.of(
                "name",
                "Faults",
                "type",
                "OTHER",
                "steps",
                List.of(
                    Map.of(
                        "id",
                        "s",
                        "mode",
                        "PARALLEL",
                        "nodes",
                        List.of(
                            node("hanging", "/hanging"),
                            node("failing", "/failing"),
                            node("broken", "/broken"),
                            node("long", "/long"),
                            node("away", "/away"))))));

    JsonNode ended = web.awaitState(web.start(process, Map.of()), "FAILED");
    await()
        .untilAsserted(
            () -> {
              JsonNode task = web.task(ended.get("id").asText());
              assertError(task, "hanging", "TIMEOUT", true, "PT1S");
              assertError(task, "failing", "HTTP_STATUS", true, "500: {\"message\":");
              assertError(task, "broken", "BROKEN_ANSWER", true, "JSON that cannot be read");
              assertError(task, "long", "TOO_LARGE", false, "1048576");
              assertError(task, "away", "DESTINATION_REFUSED", false, "169.254.169.254");
            });
  }

  private static void assertError(
      JsonNode task, String node, String code, boolean retryable, String message) {
    JsonNode error = Web.node(task, node).get("error");
    assertThat(error.path("code").asText()).as(node).isEqualTo(code);
    assertThat(error.path("retryable").asBoolean()).as(node).isEqualTo(retryable);
    assertThat(error.path("message").asText()).as(node).contains(message);
  }

  private static Map<String, Object> node(String id, String path) {
    return Map.of(
        "id", id, "atom", "http", "params", Map.of("url", OUTSIDE.url() + path, "timeout", "PT1S"));
  }
}
