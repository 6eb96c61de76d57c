package org.standardops.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every kind of message by every channel of a download, field by field: in both languages, by TLS
 * and STARTTLS, by an application of WeCom and a robot.
 */
class NoticeKindsIT {

  private static final String PUBLIC_URL = "https://ops.example.com";
  private static final String SECRET = "s3cr&t-4711";
  private static final Duration SOON = Duration.ofSeconds(90);
  private static final int LONGEST_REASON = 200;
  private static final int LONGEST_SMS = 140;

  private static final Instant PLANNED =
      Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofHours(1));

  private static final CountDownLatch HELD = new CountDownLatch(1);
  private static final CountDownLatch HOLDING = new CountDownLatch(1);
  private static final ServerCertificate CERTIFICATE = new ServerCertificate();
  private static final MailServer MAIL = new MailServer();
  private static final Outside OUTSIDE =
      new Outside()
          .on("/ok", 200, "{}")
          .on(
              "/broken",
              exchange ->
                  Outside.answer(
                      exchange,
                      500,
                      "no room for "
                          + exchange.getRequestHeaders().getFirst("Authorization")
                          + ", ".repeat(300)))
          .on(
              "/held",
              exchange -> {
                HOLDING.countDown();
                try {
                  HELD.await();
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              });
  private static final WecomStandIn WECOM = new WecomStandIn(OUTSIDE);
  private static final SmsStandIn SMS = new SmsStandIn(OUTSIDE);

  private static Web web;

  /** How the channels are set up. */
  enum Round {
    ENGLISH("en", TlsFront.Kind.TLS, "application"),
    CHINESE("zh-CN", TlsFront.Kind.STARTTLS, "robot");

    private final String language;
    private final TlsFront.Kind tls;
    private final String wecom;

    Round(String language, TlsFront.Kind tls, String wecom) {
      this.language = language;
      this.tls = tls;
      this.wecom = wecom;
    }

    String in(String english, String chinese) {
      return this == ENGLISH ? english : chinese;
    }
  }

  /** Who is told, by each way. */
  enum Reader {
    CAT("cat@example.com", "cat.wx", "+8613800000000"),
    ANN("ann@example.com", "ann.wx", "+8613900000000");

    private final String email;
    private final String wecom;
    private final String phone;

    Reader(String email, String wecom, String phone) {
      this.email = email;
      this.wecom = wecom;
      this.phone = phone;
    }

    Map<String, Object> contact(String displayName) {
      return Map.of("displayName", displayName, "email", email, "wechat", wecom, "phone", phone);
    }
  }

  /** What is told; cat is told how it ends, and ann, the business admin, what needs her. */
  enum Kind {
    SUCCEEDED("Succeeded", "执行成功", Reader.CAT),
    FAILED("Failed", "执行失败", Reader.CAT),
    NODE_ASKS("Waits for an answer", "等待答复", Reader.CAT),
    STEP_WAITS("Waits to go on", "等待继续", Reader.ANN),
    NODE_UNKNOWN("Outcome unknown", "结果未知", Reader.ANN),
    OVERDUE("Overdue", "执行超时", Reader.ANN),
    START_MISSED("Start missed", "错过启动时间", Reader.ANN),
    TERMINATED("Terminated", "已终止", Reader.ANN);

    private final String english;
    private final String chinese;
    private final Reader reader;

    Kind(String english, String chinese, Reader reader) {
      this.english = english;
      this.chinese = chinese;
      this.reader = reader;
    }

    /** Lines that say which nodes, as patterns. */
    List<String> nodes(Round round) {
      return switch (this) {
        case FAILED ->
            List.of(
                round.in("Failed nodes:", "失败的节点："),
                "- Push \\(a\\): GET .* answered 500: no room for \\*{6}[, ]+…",
                "- Verify \\(b\\): GET .* answered 500: no room for \\*{6}[, ]+…");
        case NODE_ASKS ->
            List.of(round.in("The question:", "问题："), "- Node \\(n\\): Go on with the release\\?");
        case STEP_WAITS -> List.of(round.in("The step:", "步骤："), "- Step \\(s\\)");
        case NODE_UNKNOWN ->
            List.of(round.in("Nodes with unknown outcome:", "结果未知的节点："), "- Node \\(n\\): .+");
        case OVERDUE -> List.of(round.in("Nodes that still run:", "仍在执行的节点："), "- Node \\(n\\).*");
        case SUCCEEDED, START_MISSED, TERMINATED -> List.of();
      };
    }
  }

  /** What only a server that comes back finds out. */
  private static final EnumSet<Kind> BY_A_KILL = EnumSet.of(Kind.NODE_UNKNOWN, Kind.START_MISSED);

  @BeforeAll
  static void start() {
    web = Web.on(new ServerProcess(OUTSIDE.download()).with("STANDARDOPS_PUBLIC_URL", PUBLIC_URL));
    RestClient.Answer ann = web.admin().get("/people/ann").expect(200);
    web.admin().put("/people/ann", Reader.ANN.contact("Ann"), "If-Match", ann.etag()).expect(200);
    Map<String, Object> cat = new HashMap<>(Reader.CAT.contact("Cat"));
    cat.putAll(Map.of("name", "cat", "password", Web.PASSWORD));
    web.admin().post("/people", cat).expect(201);
    web.ann().put("/businesses/web/secrets/api-key", Map.of("value", SECRET)).expect(204);
    web.admin()
        .send("POST", "/bundles", Jars.asking(), "Content-Type", "application/java-archive")
        .expect(201);
  }

  @AfterAll
  static void stop() {
    web.server().close();
    HELD.countDown();
    OUTSIDE.close();
    MAIL.close();
  }

  @Test
  void everyKindComesByEveryChannelWithAllThatIsToldOfIt() {
    try (TlsFront chinese = new TlsFront(Round.CHINESE.tls, CERTIFICATE, MAIL);
        TlsFront english = new TlsFront(Round.ENGLISH.tls, CERTIFICATE, MAIL)) {
      setUp(Round.CHINESE, chinese);
      Map<Kind, String> tasks = make(Round.CHINESE, EnumSet.allOf(Kind.class));
      BY_A_KILL.forEach(kind -> WECOM.robotIsBusyWith(tasks.get(kind)));
      EnumSet.complementOf(BY_A_KILL).forEach(kind -> assertTold(Round.CHINESE, kind, tasks));
      assertFailureIsToldAgainAfterARetryThatFails(Round.CHINESE, tasks.get(Kind.FAILED));
      kill(tasks.get(Kind.START_MISSED));
      BY_A_KILL.forEach(kind -> assertTold(Round.CHINESE, kind, tasks));
      assertThat(chinese.secured()).isGreaterThan(tasks.size());

      setUp(Round.ENGLISH, english);
      Map<Kind, String> more = make(Round.ENGLISH, EnumSet.complementOf(BY_A_KILL));
      more.keySet().forEach(kind -> assertTold(Round.ENGLISH, kind, more));
      assertFailureIsToldAgainAfterARetryThatFails(Round.ENGLISH, more.get(Kind.FAILED));
      assertThat(english.secured()).isGreaterThan(more.size());
      // What the robot refused is tried again, by then through the application.
      BY_A_KILL.forEach(
          kind -> {
            JsonNode task = web.task(tasks.get(kind));
            awaitMessage(kind.reader.wecom, "application", text(Round.ENGLISH, kind, task));
          });
      assertLinkOpens(more.get(Kind.SUCCEEDED));
    }
  }

  @ParameterizedTest
  @EnumSource(TlsFront.Kind.class)
  void aMailServerThatIsNotTheOneTrustedGetsNothing(TlsFront.Kind tls) {
    try (TlsFront front = new TlsFront(tls, CERTIFICATE, MAIL)) {
      Map<String, Object> own = Map.of("certificates", CERTIFICATE.pem());
      assertThat(sent("localhost", front, Map.of())).contains("'certificates'", "localhost");
      assertThat(sent("127.0.0.1", front, own)).as("a name that it does not have").isNotEmpty();
      assertThat(testMails()).isZero();

      assertThat(sent("localhost", front, own)).isEmpty();
      assertThat(testMails()).isEqualTo(1);
      MAIL.forget();
    }
  }

  @Test
  void withoutTlsNothingIsSaidToAServerThatMustHaveIt() {
    Map<String, Object> settings =
        MailServer.settings("127.0.0.1", MAIL.port(), "STARTTLS", Map.of());
    web.setUpChannel("email", settings);

    assertThat(testAnswer()).contains("STARTTLS");
  }

  private static long testMails() {
    return MAIL.mails().stream().filter(mail -> mail.to().equals("test@example.com")).count();
  }

  /** Why the test message was not sent; empty: it was. */
  private static String sent(String host, TlsFront front, Map<String, Object> more) {
    web.setUpChannel("email", MailServer.settings(host, front.port(), front.kind().name(), more));
    return testAnswer();
  }

  private static String testAnswer() {
    JsonNode answer =
        web.admin()
            .post("/notifications/channels/email/test", Map.of("to", "test@example.com"))
            .expect(200)
            .json();
    return answer.get("sent").asBoolean() ? "" : answer.get("error").asText();
  }

  private static void setUp(Round round, TlsFront front) {
    web.setUpChannel(
        "email",
        MailServer.settings(
            "localhost",
            front.port(),
            round.tls.name(),
            Map.of("certificates", CERTIFICATE.pem(), "language", round.language)));
    web.setUpChannel(
        "wechat",
        round.wecom.equals("robot")
            ? WECOM.robotSettings(round.language)
            : WECOM.applicationSettings(round.language));
    web.setUpChannel("sms", SMS.settings(round.language));
  }

  /** A task for each kind of message, brought to where it is told, or to where a kill tells it. */
  private static Map<Kind, String> make(Round round, Set<Kind> kinds) {
    Map<Kind, String> tasks = new EnumMap<>(Kind.class);
    for (Kind kind : kinds) {
      String process = web.process(process(kind));
      if (kind == Kind.TERMINATED) {
        web.follower("opal-" + round.language, process, "OPERATE");
      }
      tasks.put(kind, kind == Kind.START_MISSED ? planned(process) : web.start(process, Map.of()));
    }
    web.as("opal-" + round.language)
        .post("/tasks/" + tasks.get(Kind.TERMINATED) + "/terminate", Map.of())
        .expect(200);
    failAgain(tasks.get(Kind.FAILED));
    return tasks;
  }

  /** While a call is under way, and for so long that a start is missed. */
  private static void kill(String missed) {
    await("the held call").atMost(SOON).until(() -> HOLDING.getCount() == 0);
    web.server().kill();
    new StoredTask(web.server().data(), missed)
        .startsAt(PLANNED, PLANNED.minus(Duration.ofMinutes(80)));
    web.server().start();
  }

  private static String planned(String process) {
    return web.ann()
        .post(
            "/processes/" + process + "/tasks",
            Map.of("variables", Map.of(), "startAt", PLANNED.toString()))
        .expect(201)
        .json()
        .get("id")
        .asText();
  }

  private static void failAgain(String task) {
    web.awaitState(task, "FAILED");
    web.ann().post("/tasks/" + task + "/nodes/a/retry", Map.of()).expect(200);
    await("the second failure")
        .atMost(SOON)
        .until(
            () -> web.task(task),
            now ->
                now.get("state").asText().equals("FAILED")
                    && Web.node(now, "a").get("attempt").asInt() == 2);
  }

  private static Map<String, Object> process(Kind kind) {
    Map<String, Object> process =
        new HashMap<>(
            Map.of(
                "name",
                "Told " + kind,
                "type",
                "OTHER",
                "notify",
                Map.of(
                    "on", List.of("SUCCESS", "FAILURE", "ATTENTION"),
                    "by", List.of("EMAIL", "WECHAT", "SMS"),
                    "people", List.of("cat"),
                    "roles", List.of(),
                    "starter", false),
                "steps",
                List.of(step(kind))));
    if (kind == Kind.OVERDUE) {
      process.putAll(Map.of("timeout", "PT1S", "onTimeout", "NOTIFY"));
    }
    return process;
  }

  private static Map<String, Object> step(Kind kind) {
    return Map.of(
        "id",
        "s",
        "name",
        "Step",
        "mode",
        "PARALLEL",
        "start",
        kind == Kind.STEP_WAITS ? "MANUAL" : "AUTOMATIC",
        "nodes",
        kind == Kind.FAILED
            ? List.of(broken("a", "Push"), broken("b", "Verify"))
            : List.of(node(kind)));
  }

  private static Map<String, Object> broken(String id, String name) {
    return node(
        id,
        name,
        "http",
        Map.of(
            "url",
            OUTSIDE.url("/broken"),
            "headers",
            Map.of("Authorization", Map.of("secret", "api-key"))));
  }

  private static Map<String, Object> node(Kind kind) {
    return switch (kind) {
      case NODE_ASKS -> node("n", "Node", "ask", Map.of());
      case NODE_UNKNOWN ->
          node("n", "Node", "http", Map.of("method", "POST", "url", OUTSIDE.url("/held")));
      case OVERDUE, TERMINATED, START_MISSED, STEP_WAITS ->
          node("n", "Node", "timer", Map.of("duration", "PT1H"));
      case SUCCEEDED, FAILED -> node("n", "Node", "http", Map.of("url", OUTSIDE.url("/ok")));
    };
  }

  private static Map<String, Object> node(
      String id, String name, String atom, Map<String, Object> params) {
    return Map.of("id", id, "name", name, "atom", atom, "params", params);
  }

  private static void assertTold(Round round, Kind kind, Map<Kind, String> tasks) {
    String id = tasks.get(kind);
    JsonNode task = web.task(id);
    String name = task.get("name").asText();
    MailServer.Mail mail =
        await(kind + " by e-mail")
            .atMost(SOON)
            .until(() -> mails(round, kind, id), found -> !found.isEmpty())
            .get(0);
    assertThat(mail.subject())
        .isEqualTo(
            round.in("[Standard OPS] " + kind.english + ": ", "[标准运维] " + kind.chinese + "：")
                + name);
    assertThat(mail.text()).matches(text(round, kind, task)).doesNotContain(SECRET);
    mail.text()
        .lines()
        .filter(line -> line.startsWith("- "))
        .forEach(
            line ->
                assertThat(line.substring(line.indexOf(": ") + 2))
                    .hasSizeLessThanOrEqualTo(LONGEST_REASON));

    awaitMessage(kind.reader.wecom, round.wecom, Pattern.compile(Pattern.quote(mail.text())));

    Message sms =
        await(kind + " by SMS")
            .atMost(SOON)
            .until(
                () ->
                    SMS.messages().stream()
                        .filter(one -> one.to().equals(kind.reader.phone))
                        .filter(one -> one.text().startsWith(briefly(mail)))
                        .filter(one -> one.text().endsWith(" " + link(id)))
                        .findFirst(),
                found -> found.isPresent())
            .orElseThrow();
    assertThat(sms.text()).hasSizeLessThanOrEqualTo(LONGEST_SMS).doesNotContain(SECRET);
  }

  /** As much of a mail's headline as an SMS surely has. */
  private static String briefly(MailServer.Mail mail) {
    return mail.text().lines().findFirst().orElseThrow().substring(0, 20);
  }

  private static void awaitMessage(String to, String way, Pattern text) {
    await(way + " to " + to + ": " + text)
        .atMost(SOON)
        .until(
            () ->
                WECOM.messages().stream()
                    .filter(one -> one.way().equals(way) && one.to().equals(to))
                    .anyMatch(one -> text.matcher(one.text()).matches()));
  }

  /** The whole text, as a pattern. */
  private static Pattern text(Round round, Kind kind, JsonNode task) {
    String id = task.get("id").asText();
    String name = task.get("name").asText();
    List<String> lines = new ArrayList<>();
    lines.add(".*" + Pattern.quote(name) + ".*" + (kind == Kind.TERMINATED ? "opal.*" : ""));
    lines.add("");
    lines.add(line(round, "Business", "业务", "Web (web)"));
    lines.add(line(round, "Process", "流程", "Told " + kind));
    lines.add(line(round, "Task", "任务", name + " (" + id + ")"));
    lines.add(line(round, "Outcome", "结果", round.in(kind.english, kind.chinese)));
    lines.addAll(kind.nodes(round));
    lines.add(line(round, "Started by", "执行人", "Ann (ann)"));
    if (kind != Kind.START_MISSED) {
      lines.add(round.in("Duration: (\\d+ min )?\\d+ s", "耗时：(\\d+ 分 )?\\d+ 秒"));
    }
    lines.add(line(round, "Open it", "查看", link(id)));
    return Pattern.compile(String.join("\n", lines));
  }

  private static String line(Round round, String english, String chinese, String value) {
    return Pattern.quote(round.in(english + ": ", chinese + "：") + value);
  }

  private static List<MailServer.Mail> mails(Round round, Kind kind, String task) {
    return MAIL.mails().stream()
        .filter(mail -> mail.to().equals(kind.reader.email))
        .filter(mail -> mail.subject().contains(round.in(kind.english + ":", kind.chinese + "：")))
        .filter(mail -> mail.text().contains("(" + task + ")"))
        .toList();
  }

  private static void assertFailureIsToldAgainAfterARetryThatFails(Round round, String id) {
    await("the second failure's mail")
        .atMost(SOON)
        .until(() -> mails(round, Kind.FAILED, id).size() == 2);
    Stream<MailServer.Mail> all =
        MAIL.mails().stream().filter(mail -> mail.text().contains("(" + id + ")"));
    assertThat(all).as("one for both nodes each time, and to nobody else").hasSize(2);
  }

  private static String link(String task) {
    return PUBLIC_URL + "/console/tasks/" + task;
  }

  /** The console answers, and finds the task's page by itself. */
  private static void assertLinkOpens(String task) {
    String path = URI.create(link(task)).getPath();
    await("the console")
        .atMost(SOON)
        .ignoreExceptionsInstanceOf(IOException.class)
        .until(() -> web.server().get(path), answer -> answer.statusCode() == 200)
        .headers()
        .firstValue("Content-Type")
        .ifPresentOrElse(
            type -> assertThat(type).startsWith("text/html"),
            () -> fail("The console says no type."));
  }
}
