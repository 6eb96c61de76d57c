package org.standardops.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Secrets that are planted, used, echoed by the outside, and then searched for everywhere. */
class SecretsIT {

  private static final String NAMED = "s3cr&t/w\"rd+x y 4711";
  private static final String ENTERED = "ent=red:9w%q8 0815";

  private static final List<String> RECEIVED = new CopyOnWriteArrayList<>();
  private static final Outside OUTSIDE =
      new Outside()
          .on("/echo", exchange -> answer(exchange, 200))
          .on("/broken", exchange -> answer(exchange, 500));

  private static Web web;

  @BeforeAll
  static void start() {
    web = Web.on(new ServerProcess(OUTSIDE.download()));
    web.ann().put("/businesses/web/secrets/api-key", Map.of("value", NAMED)).expect(204);
  }

  @AfterAll
  static void stop() {
    OUTSIDE.close();
    web.server().close();
  }

  /** Gives back all that it got: in a text, in JSON, and in other writings. */
  private static void answer(HttpExchange exchange, int status) throws IOException {
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    String token = exchange.getRequestHeaders().getFirst("X-Token");
    String body = Outside.text(exchange);
    RECEIVED.add(authorization + "\n" + token + "\n" + body);
    String basic = "ann:" + authorization;
    byte[] answer =
        RestClient.JSON.writeValueAsBytes(
            Map.of(
                "authorization", authorization,
                "url", "?key=" + URLEncoder.encode(authorization, StandardCharsets.UTF_8),
                "basic", Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)),
                "token", token,
                "body", body));
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private static String process(String path) {
    return web.process(
        Map.of(
            "name",
            "Calls " + path,
            "type",
            "OTHER",
            "variables",
            List.of(
                Map.of(
                    "key",
                    "token",
                    "type",
                    "SECRET",
                    "required",
                    true,
                    "schema",
                    Map.of("type", "string"))),
            "steps",
            List.of(
                Map.of(
                    "id",
                    "s",
                    "nodes",
                    List.of(
                        Map.of(
                            "id",
                            "n",
                            "atom",
                            "http",
                            "params",
                            Map.of(
                                "method",
                                "POST",
                                "url",
                                OUTSIDE.url(path),
                                "headers",
                                Map.of(
                                    "Authorization",
                                    Map.of("secret", "api-key"),
                                    "X-Token",
                                    "Bearer ${token}"),
                                "body",
                                Map.of("password", Map.of("secret", "api-key")))))))));
  }

  @Test
  void aSecretIsNowhereButWhereItIsUsed() throws IOException {
    List<String> answers = new ArrayList<>();
    String good = process("/echo");
    String goodTask = web.start(good, Map.of("token", ENTERED));
    JsonNode ended = web.awaitState(goodTask, "SUCCEEDED");
    String bad = process("/broken");
    String badTask = web.start(bad, Map.of("token", ENTERED));
    web.awaitState(badTask, "FAILED");

    assertThat(RECEIVED.get(0).lines())
        .startsWith(NAMED, "Bearer " + ENTERED)
        .anySatisfy(line -> assertThat(line).contains("s3cr&t/w\\\"rd+x y 4711"));
    assertThat(ended.get("variables").get("token").toString()).isEqualTo("{\"secret\":true}");

    for (String task : List.of(goodTask, badTask)) {
      for (String part : List.of("", "/nodes/n", "/nodes/n/log", "/events?from=0")) {
        answers.add(web.ann().get("/tasks/" + task + part).text());
      }
    }
    answers.add(web.ann().get("/processes/" + good).text());
    answers.add(web.ann().get("/businesses/web/secrets").expect(200).text());
    String audit = web.ann().get("/audit?business=web&limit=200").expect(200).text();
    assertThat(audit).contains("SET_SECRET", "CREATE_TASK", "CREATE_PROCESS");
    answers.add(audit);
    answers.add(runOfALightApp(goodTask));
    web.server().shell("standardops:key-rotate").expectSuccess();
    assertThat(web.server().data().resolve("keys/secrets.key.old")).doesNotExist();
    web.awaitState(web.start(good, Map.of("token", ENTERED)), "SUCCEEDED");
    assertThat(RECEIVED.get(RECEIVED.size() - 1).lines()).startsWith(NAMED, "Bearer " + ENTERED);
    web.server().stop();

    for (String form : forms()) {
      assertThat(answers).as(form).noneMatch(answer -> answer.contains(form));
    }
    assertThat(filesWithSecrets(web.server().data())).isEmpty();
  }

  /** Its user enters the secret; what the user sees of the run. */
  private static String runOfALightApp(String task) {
    web.person("eve");
    web.admin().put("/businesses/web/people/eve", Map.of()).expect(200);
    String app =
        web.ann()
            .post(
                "/tasks/" + task + "/light-app",
                Map.of("name", "Call", "inputs", List.of("token"), "people", List.of("eve")))
            .expect(201)
            .json()
            .get("id")
            .asText();
    RestClient eve = web.as("eve");
    int before = RECEIVED.size();
    String run =
        eve.post("/light-apps/" + app + "/runs", Map.of("variables", Map.of("token", ENTERED)))
            .expect(201)
            .json()
            .get("id")
            .asText();
    web.awaitState(run, "SUCCEEDED");
    String seen = eve.get("/tasks/" + run).expect(200).text();
    assertThat(RECEIVED.get(before).lines()).startsWith(NAMED, "Bearer " + ENTERED);
    assertThat(seen).contains("{\"secret\":true}").doesNotContain("sealed:");
    assertThat(eve.get("/light-apps/" + app).expect(200).text()).doesNotContain("sealed:");
    return seen;
  }

  private static List<String> forms() {
    List<String> forms = new ArrayList<>();
    for (String secret : List.of(NAMED, ENTERED)) {
      byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
      forms.add(secret);
      forms.add(secret.replace("\"", "\\\""));
      forms.add(secret.replace("\"", "\\\\\\\""));
      forms.add(Base64.getEncoder().withoutPadding().encodeToString(bytes).substring(0, 20));
      forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
      forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8).replace("+", "%20"));
    }
    return forms;
  }

  private static List<Path> filesWithSecrets(Path folder) throws IOException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String content = Files.readString(file, StandardCharsets.ISO_8859_1);
        if (forms().stream().anyMatch(content::contains)) {
          found.add(file);
        }
      }
    }
    return found;
  }
}
