package org.standardops.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.mail.MessagingException;
import javax.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Mail, WeCom and SMS of a download, at stand-ins for their platforms. */
class NotificationIT {

  private static final String PUBLIC_URL = "https://ops.example.com";
  private static final String SMTP_PASSWORD = "smtp-password-of-the-test";
  private static final Duration SOON = Duration.ofSeconds(40);
  private static final Queue<String> WECOM = new ConcurrentLinkedQueue<>();
  private static final Queue<String> SMS = new ConcurrentLinkedQueue<>();

  private static GreenMail mail;
  private static HttpServer outside;
  private static Web web;

  @BeforeAll
  static void start() throws IOException {
    mail = mailServer(0);
    outside = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    outside.createContext("/ok", exchange -> answer(exchange, 200, "{}"));
    outside.createContext("/broken", exchange -> answer(exchange, 500, "disk full"));
    outside.createContext(
        "/cgi-bin/webhook/send",
        exchange -> {
          WECOM.add(text(exchange));
          answer(exchange, 200, "{\"errcode\": 0}");
        });
    outside.createContext(
        "/",
        exchange -> {
          SMS.add(text(exchange));
          answer(exchange, 200, "{\"Response\": {\"SendStatusSet\": [{\"Code\": \"Ok\"}]}}");
        });
    outside.start();
    Download download = Download.fresh();
    Files.writeString(
        download.folder().resolve("etc/org.standardops.outbound.cfg"), "allow = 127.0.0.1\n");
    web = Web.on(new ServerProcess(download).with("STANDARDOPS_PUBLIC_URL", PUBLIC_URL));
    web.admin()
        .post(
            "/people",
            Map.of(
                "name", "cat",
                "displayName", "Cat",
                "email", "cat@example.com",
                "wechat", "cat.wx",
                "phone", "13800000000",
                "password", Web.PASSWORD))
        .expect(201);
    setUp("email", smtp());
    setUp("wechat", Map.of("robotKey", "the-robot-key", "endpoint", outsideUrl("")));
    setUp(
        "sms",
        Map.of(
            "secretId", "id",
            "secretKey", "the-secret-key",
            "sdkAppId", "1400006666",
            "signName", "ops",
            "templateId", "1110",
            "endpoint", outsideUrl("")));
  }

  @AfterAll
  static void stop() {
    web.server().close();
    outside.stop(0);
    mail.stop();
  }

  @Test
  void failureIsToldByEachChannelWithNodeReasonAndLink() throws Exception {
    String task = web.start(process(List.of("EMAIL", "WECHAT", "SMS"), "/broken"), Map.of());
    web.awaitState(task, "FAILED");

    MimeMessage received = awaitMail("Failed", task);
    assertThat(received.getAllRecipients()[0]).hasToString("cat@example.com");
    String link = PUBLIC_URL + "/console/tasks/" + task;
    assertThat(content(received))
        .contains("Business: Web (web)", "Process: Told", "Outcome: Failed")
        .contains("- Node (n): ", "500")
        .contains("Started by: ann", "Duration: ", link);
    await().atMost(SOON).until(() -> WECOM.stream().anyMatch(sent -> sent.contains(task)));
    assertThat(WECOM).anyMatch(sent -> sent.contains("cat.wx") && sent.contains("Node (n)"));
    await().atMost(SOON).until(() -> SMS.stream().anyMatch(sent -> sent.contains(task)));
    JsonNode sms =
        RestClient.JSON.readTree(
            SMS.stream().filter(sent -> sent.contains(task)).findFirst().orElseThrow());
    assertThat(sms.at("/PhoneNumberSet/0").asText()).isEqualTo("+8613800000000");
    assertThat(sms.at("/TemplateParamSet/0").asText()).endsWith(link).hasSizeLessThan(141);
    awaitDeliveries(task, "SENT", 3);
  }

  @Test
  void successIsToldAtTheEnd() throws Exception {
    String task = web.start(process(List.of("EMAIL"), "/ok"), Map.of());

    assertThat(content(awaitMail("Succeeded", task))).contains("Outcome: Succeeded");
  }

  @Test
  void mailsCatchUpWhenTheServerIsBackEvenAfterAKill() throws Exception {
    int port = mail.getSmtp().getPort();
    mail.stop();
    String task = web.start(process(List.of("EMAIL"), "/broken"), Map.of());
    web.awaitState(task, "FAILED");
    JsonNode waiting =
        await()
            .atMost(SOON)
            .until(
                () -> deliveries(task, "PENDING"),
                items -> items.size() == 1 && !items.get(0).get("lastError").isNull())
            .get(0);
    assertThat(waiting.get("lastError").asText()).contains("127.0.0.1:" + port);

    web.server().kill();
    mail = mailServer(port);
    web.server().start();

    assertThat(content(awaitMail("Failed", task))).contains("- Node (n): ");
    awaitDeliveries(task, "SENT", 1);
  }

  @Test
  void aTestMessageArrivesAndNoSecretComesBack() throws Exception {
    RestClient.Answer channel = web.admin().get("/notifications/channels/email").expect(200);
    assertThat(channel.text()).doesNotContain(SMTP_PASSWORD);
    assertThat(channel.json().at("/settings/password/secret").asBoolean()).isTrue();

    JsonNode answer =
        web.admin()
            .post("/notifications/channels/email/test", Map.of("to", "dan@example.com"))
            .expect(200)
            .json();

    assertThat(answer.get("sent").asBoolean()).as("%s", answer).isTrue();
    assertThat(mails()).anyMatch(mail -> subject(mail).contains("Test message"));
    assertThat(web.server().log()).doesNotContain(SMTP_PASSWORD);
  }

  @Test
  void attentionGoesByEachChannelToWhoeverMayAct() {
    RestClient.Answer ann = web.admin().get("/people/ann").expect(200);
    Map<String, Object> reachable =
        Map.of(
            "displayName", "Ann",
            "email", "ann@example.com",
            "wechat", "ann.wx",
            "phone", "13900000000");
    web.admin().put("/people/ann", reachable, "If-Match", ann.etag()).expect(200);
    Map<String, Object> notify =
        Map.of(
            "on", List.of("ATTENTION"),
            "by", List.of("EMAIL", "WECHAT", "SMS"),
            "people", List.of("cat"),
            "roles", List.of(),
            "starter", false);
    Map<String, Object> step = new HashMap<>(step("/ok"));
    step.put("start", "MANUAL");
    String process = web.process(process(notify, step));
    web.follower("opal", process, "OPERATE");

    String task = web.start(process, Map.of());
    MimeMessage waits = awaitMail("Waits to go on", task);
    assertThat(content(waits)).contains("- Step (s)");
    await().atMost(SOON).until(() -> WECOM.stream().anyMatch(sent -> isTo(sent, "ann.wx", task)));
    await()
        .atMost(SOON)
        .until(() -> SMS.stream().anyMatch(sent -> isTo(sent, "+8613900000000", task)));

    new RestClient(web.server(), "opal", Web.PASSWORD)
        .post("/tasks/" + task + "/terminate", Map.of())
        .expect(200);
    assertThat(content(awaitMail("Terminated", task))).contains("was terminated by opal");
    assertThat(mails())
        .filteredOn(mail -> content(mail).contains(task))
        .extracting(NotificationIT::recipient)
        .containsOnly("ann@example.com");
  }

  private static boolean isTo(String sent, String address, String task) {
    return sent.contains(address) && sent.contains(task);
  }

  private static void setUp(String channel, Map<String, Object> settings) {
    String path = "/notifications/channels/" + channel;
    String etag =
        await()
            .atMost(SOON)
            .until(
                () -> web.admin().get(path).expect(200),
                answer -> answer.json().get("installed").asBoolean())
            .etag();
    web.admin()
        .put(path, Map.of("enabled", true, "settings", settings), "If-Match", etag)
        .expect(200);
  }

  private static Map<String, Object> smtp() {
    return Map.of(
        "host", "127.0.0.1",
        "port", mail.getSmtp().getPort(),
        "security", "NONE",
        "user", "ops",
        "password", SMTP_PASSWORD,
        "from", "ops@example.com");
  }

  private static GreenMail mailServer(int port) {
    GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", "smtp"));
    server.setUser("ops@example.com", "ops", SMTP_PASSWORD);
    server.start();
    return server;
  }

  private static String process(List<String> by, String path) {
    Map<String, Object> notify =
        Map.of(
            "on", List.of("SUCCESS", "FAILURE"),
            "by", by,
            "people", List.of("cat"),
            "roles", List.of(),
            "starter", false);
    return web.process(process(notify, step(path)));
  }

  private static Map<String, Object> process(Map<String, Object> notify, Map<String, Object> step) {
    return Map.of("name", "Told", "type", "OTHER", "notify", notify, "steps", List.of(step));
  }

  private static Map<String, Object> step(String path) {
    Map<String, Object> node =
        Map.of(
            "id", "n", "name", "Node", "atom", "http", "params", Map.of("url", outsideUrl(path)));
    return Map.of("id", "s", "name", "Step", "nodes", List.of(node));
  }

  private static MimeMessage awaitMail(String outcome, String task) {
    return await("mail: " + outcome)
        .atMost(SOON)
        .until(
            () ->
                mails().stream()
                    .filter(one -> subject(one).contains(outcome) && content(one).contains(task))
                    .findFirst(),
            found -> found.isPresent())
        .orElseThrow();
  }

  private static List<MimeMessage> mails() {
    return Arrays.asList(mail.getReceivedMessages());
  }

  private static String recipient(MimeMessage message) {
    try {
      return message.getAllRecipients()[0].toString();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String subject(MimeMessage message) {
    try {
      return message.getSubject();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String content(MimeMessage message) {
    try {
      return (String) message.getContent();
    } catch (IOException | MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void awaitDeliveries(String task, String state, int count) {
    await().atMost(SOON).until(() -> deliveries(task, state).size() == count);
  }

  private static JsonNode deliveries(String task, String state) {
    return web.admin()
        .get("/notifications/deliveries?task=" + task + "&state=" + state)
        .expect(200)
        .json()
        .get("items");
  }

  private static String outsideUrl(String path) {
    return "http://127.0.0.1:" + outside.getAddress().getPort() + path;
  }

  private static String text(HttpExchange exchange) throws IOException {
    return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
