package org.standardops.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What becomes of messages on a download: sent, held up, given up, and who sees that. */
class NotificationIT {

  private static final Duration SOON = Duration.ofSeconds(60);

  private static final MailServer MAIL = new MailServer();
  private static final Outside OUTSIDE = new Outside().on("/broken", 500, "disk full");

  private static Web web;

  @BeforeAll
  static void start() {
    web = Web.on(new ServerProcess(OUTSIDE.download()));
    person("cat");
    web.person("dan");
    web.setUpChannel("email", MAIL.settings());
  }

  @AfterAll
  static void stop() {
    web.server().close();
    OUTSIDE.close();
    MAIL.close();
  }

  @Test
  void whileTheMailServerIsGoneTheTaskGoesOnAndMailsCatchUpEvenAfterAKill() {
    MAIL.stop();
    String task = web.start(process("cat"), Map.of());
    web.awaitState(task, "FAILED");
    JsonNode waiting =
        await()
            .atMost(SOON)
            .until(
                () -> deliveries(task, "PENDING"),
                items -> items.size() == 1 && !items.get(0).get("lastError").isNull())
            .get(0);
    assertThat(waiting.get("lastError").asText()).contains("127.0.0.1:" + MAIL.port());
    web.ann().post("/tasks/" + task + "/nodes/n/skip", Map.of("comment", "x")).expect(200);
    web.awaitState(task, "SUCCEEDED");

    web.server().kill();
    MAIL.comeBack();
    web.server().start();

    await("both mails").atMost(SOON).until(() -> mails(task).size() == 2);
    assertThat(mails(task))
        .extracting(MailServer.Mail::subject)
        .anyMatch(subject -> subject.contains("Failed"))
        .anyMatch(subject -> subject.contains("Succeeded"));
    await().atMost(SOON).until(() -> deliveries(task, "SENT").size() == 2);
  }

  @Test
  void aTestMessageArrivesAndNoSecretComesBack() {
    RestClient.Answer channel = web.admin().get("/notifications/channels/email").expect(200);
    assertThat(channel.text()).doesNotContain(MailServer.PASSWORD);
    assertThat(channel.json().at("/settings/password/secret").asBoolean()).isTrue();

    JsonNode answer =
        web.admin()
            .post("/notifications/channels/email/test", Map.of("to", "dan@example.com"))
            .expect(200)
            .json();

    assertThat(answer.get("sent").asBoolean()).as("%s", answer).isTrue();
    assertThat(MAIL.mails()).anyMatch(mail -> mail.subject().contains("Test message"));
    assertThat(web.server().log()).doesNotContain(MailServer.PASSWORD);
  }

  @Test
  void aBusinessAdminSeesWhatWasSentAndWhatWasGivenUpAndWhy() {
    String task = web.start(process("cat", "dan"), Map.of());
    String path = "/notifications/deliveries?business=web&task=" + task;

    JsonNode seen =
        await()
            .atMost(SOON)
            .until(
                () -> web.ann().get(path).expect(200).json().get("items"),
                items -> items.size() == 2 && !items.findValuesAsText("state").contains("PENDING"));

    assertThat(seen)
        .extracting(
            one ->
                one.get("person").asText()
                    + " "
                    + one.get("state").asText()
                    + " "
                    + one.get("lastError").asText("-"))
        .containsExactlyInAnyOrder("cat SENT -", "dan FAILED dan has no address for EMAIL.");
    web.ann().get("/notifications/deliveries?task=" + task).expect(403);
    web.as("dan").get(path).expect(404);
  }

  @Test
  void contactsOfALightAppAreToldThatARunNeedsSomebodyAndItsUserIsNot() {
    person("joe");
    person("eve");
    web.admin().put("/businesses/web/people/eve", Map.of()).expect(200);
    Map<String, Object> wait =
        Map.of("id", "n", "atom", "timer", "params", Map.of("duration", "PT0S"));
    Map<String, Object> step = Map.of("id", "s", "start", "MANUAL", "nodes", List.of(wait));
    String task =
        web.start(
            web.process(Map.of("name", "Waits", "type", "OTHER", "steps", List.of(step))),
            Map.of());
    goOn(task);
    web.awaitState(task, "SUCCEEDED");
    String app =
        web.ann()
            .post(
                "/tasks/" + task + "/light-app",
                Map.of("name", "App", "people", List.of("eve"), "contacts", List.of("joe")))
            .expect(201)
            .json()
            .get("id")
            .asText();

    String run =
        web.as("eve")
            .post("/light-apps/" + app + "/runs", Map.of("variables", Map.of()))
            .expect(201)
            .json()
            .get("id")
            .asText();

    await("joe's mail").atMost(SOON).until(() -> !mails(run).isEmpty());
    assertThat(mails(run))
        .extracting(mail -> mail.to() + " " + mail.subject().replaceAll(".*] |:.*", ""))
        .containsExactly("joe@example.com Waits to go on");
    goOn(run);
    web.awaitState(run, "SUCCEEDED");
  }

  private static void goOn(String task) {
    await("the step's turn")
        .atMost(SOON)
        .until(
            () -> web.ann().post("/tasks/" + task + "/steps/s/continue", Map.of()).status() == 200);
  }

  /** With an address. */
  private static void person(String name) {
    web.admin()
        .post(
            "/people",
            Map.of(
                "name",
                name,
                "displayName",
                name,
                "email",
                name + "@example.com",
                "password",
                Web.PASSWORD))
        .expect(201);
  }

  private static String process(String... people) {
    Map<String, Object> node =
        Map.of(
            "id", "n",
            "name", "Node",
            "atom", "http",
            "params", Map.of("url", OUTSIDE.url("/broken")));
    Map<String, Object> notify =
        Map.of(
            "on", List.of("SUCCESS", "FAILURE"),
            "by", List.of("EMAIL"),
            "people", List.of(people),
            "roles", List.of(),
            "starter", false);
    Map<String, Object> step = Map.of("id", "s", "name", "Step", "nodes", List.of(node));
    return web.process(
        Map.of("name", "Told", "type", "OTHER", "notify", notify, "steps", List.of(step)));
  }

  private static List<MailServer.Mail> mails(String task) {
    return MAIL.mails().stream().filter(mail -> mail.text().contains(task)).toList();
  }

  private static JsonNode deliveries(String task, String state) {
    return web.admin()
        .get("/notifications/deliveries?task=" + task + "&state=" + state)
        .expect(200)
        .json()
        .get("items");
  }
}
