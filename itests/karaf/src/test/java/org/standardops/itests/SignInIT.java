package org.standardops.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.standardops.itests.RestClient.Answer;

/** The generated first password, sessions and API tokens, on one server that began with nothing. */
class SignInIT {

  private static final ServerProcess SERVER = new ServerProcess(Download.shared());
  private static RestClient admin;

  /** The way that everyone goes who starts a server and chose no password for it. */
  @BeforeAll
  static void changesTheGeneratedPassword() throws IOException {
    SERVER.start();
    Path file = SERVER.data().resolve("first-password");
    String generated = Files.readString(file).strip();
    RestClient first = new RestClient(SERVER, "admin", generated);

    first.get("/people").expect(403);
    assertThat(first.get("/businesses").expect(403).json().get("code").asText())
        .isEqualTo("PASSWORD_CHANGE_REQUIRED");
    assertThat(first.get("/me").expect(200).json().get("mustChangePassword").asBoolean()).isTrue();
    first
        .put("/me/password", Map.of("current", generated, "password", Web.ADMIN_PASSWORD))
        .expect(204);

    assertThat(file).doesNotExist();
    first.get("/me").expect(401);
    admin = new RestClient(SERVER, "admin", Web.ADMIN_PASSWORD);
    admin.get("/people").expect(200);
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  private static void person(String name) {
    admin.post("/people", Map.of("name", name, "password", Web.PASSWORD)).expect(201);
  }

  private static RestClient nobody() {
    return new RestClient(SERVER);
  }

  private static Answer begin(String user, String password) {
    return nobody().post("/session", Map.of("user", user, "password", password));
  }

  private static String cookie(Answer begun) {
    return begun.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
  }

  @Test
  void sessionReadsByCookieAndChangesByCsrfToken() {
    Answer begun = begin("admin", Web.ADMIN_PASSWORD).expect(200);
    String csrf = begun.json().get("csrfToken").asText();
    Map<String, Object> person = Map.of("name", "by-session", "password", Web.PASSWORD);

    assertThat(begun.headers().firstValue("Set-Cookie").orElseThrow())
        .contains("HttpOnly", "SameSite=Strict", "Path=/")
        .doesNotContain("Secure");
    nobody().get("/me", "Cookie", cookie(begun)).expect(200);
    nobody().post("/people", person, "Cookie", cookie(begun)).expect(403);
    nobody().post("/people", person, "Cookie", cookie(begun), "X-CSRF-Token", csrf).expect(201);
    nobody().delete("/session", "Cookie", cookie(begun), "X-CSRF-Token", csrf).expect(204);
    nobody().get("/me", "Cookie", cookie(begun)).expect(401);
  }

  @Test
  void whatIsMadeWithinASessionComesFromTheConsole() {
    person("con");
    admin.post("/businesses", Map.of("id", "con", "name", "Con")).expect(201);
    admin.put("/businesses/con/admins", Map.of("admins", List.of("con"))).expect(200);
    Answer begun = begin("con", Web.PASSWORD).expect(200);
    String[] session = {
      "Cookie", cookie(begun), "X-CSRF-Token", begun.json().get("csrfToken").asText()
    };
    Map<String, Object> node =
        Map.of("id", "n", "atom", "timer", "params", Map.of("duration", "PT0S"));
    Map<String, Object> process =
        Map.of(
            "name", "Wait",
            "type", "OTHER",
            "steps", List.of(Map.of("id", "s", "nodes", List.of(node))));
    String id =
        nobody()
            .post("/businesses/con/processes", process, session)
            .expect(201)
            .json()
            .get("id")
            .asText();
    String tasks = "/processes/" + id + "/tasks";

    nobody().post(tasks, Map.of("start", true), "Cookie", cookie(begun)).expect(403);
    JsonNode made = nobody().post(tasks, Map.of("start", true), session).expect(201).json();
    new RestClient(SERVER, "con", Web.PASSWORD).post(tasks, Map.of()).expect(201);

    assertThat(made.at("/origin/kind").asText()).isEqualTo("CONSOLE");
    JsonNode listed =
        nobody()
            .get("/businesses/con/tasks?origin=CONSOLE", "Cookie", cookie(begun))
            .expect(200)
            .json()
            .get("items");
    assertThat(listed)
        .extracting(item -> item.get("id").asText())
        .containsExactly(made.get("id").asText());
  }

  @Test
  void newPasswordAndLostAccountEndSessions() {
    person("sue");
    Answer one = begin("sue", Web.PASSWORD).expect(200);
    new RestClient(SERVER, "sue", Web.PASSWORD)
        .put("/me/password", Map.of("current", Web.PASSWORD, "password", "another long password"))
        .expect(204);
    nobody().get("/me", "Cookie", cookie(one)).expect(401);

    Answer two = begin("sue", "another long password").expect(200);
    admin.delete("/people/sue", "If-Match", "*").expect(204);
    nobody().get("/me", "Cookie", cookie(two)).expect(401);
  }

  @Test
  void aSessionOutlivesTheProcess() {
    String cookie = cookie(begin("admin", Web.ADMIN_PASSWORD).expect(200));

    SERVER.kill();
    SERVER.start();

    nobody().get("/me", "Cookie", cookie).expect(200);
  }

  @Test
  void tokenWorksWithinItsScopesUntilItIsDeleted() {
    person("tom");
    RestClient tom = new RestClient(SERVER, "tom", Web.PASSWORD);
    JsonNode made =
        tom.post("/me/tokens", Map.of("name", "ci", "scopes", List.of("READ"))).expect(201).json();
    String bearer = "Bearer " + made.get("secret").asText();

    nobody().get("/me", "Authorization", bearer).expect(200);
    nobody()
        .post(
            "/me/tokens",
            Map.of("name", "more", "scopes", List.of("WRITE")),
            "Authorization",
            bearer)
        .expect(403);
    assertThat(tom.get("/me/tokens").expect(200).json().at("/items/0/usedAt").isNull()).isFalse();
    tom.delete("/me/tokens/" + made.get("id").asText()).expect(204);
    nobody().get("/me", "Authorization", bearer).expect(401);
  }

  @Test
  void mustChangeHoldsForEveryWayOfSigningIn() {
    admin
        .post(
            "/people", Map.of("name", "new", "password", Web.PASSWORD, "mustChangePassword", true))
        .expect(201);
    Answer begun = begin("new", Web.PASSWORD).expect(200);
    String secret =
        new RestClient(SERVER, "new", Web.PASSWORD)
            .post("/me/tokens", Map.of("name", "ci", "scopes", List.of("WRITE")))
            .expect(201)
            .json()
            .get("secret")
            .asText();

    for (String[] header :
        List.of(
            new String[] {"Cookie", cookie(begun)},
            new String[] {"Authorization", "Bearer " + secret})) {
      nobody().get("/me", header).expect(200);
      assertThat(nobody().get("/businesses", header).expect(403).json().get("code").asText())
          .isEqualTo("PASSWORD_CHANGE_REQUIRED");
    }
  }

  @Test
  void repeatedGuessesAreLockedOut() {
    person("lou");
    RestClient guess = new RestClient(SERVER, "lou", "wrong wrong wrong");
    for (int i = 0; i < 12; i++) {
      guess.get("/me").expect(401);
    }

    new RestClient(SERVER, "lou", Web.PASSWORD).get("/me").expect(401);
    begin("lou", Web.PASSWORD).expect(401);
  }

  @Test
  void noSecretIsInTheLogs() throws IOException {
    Answer begun = begin("admin", Web.ADMIN_PASSWORD).expect(200);
    String secret =
        admin
            .post("/me/tokens", Map.of("name", "log", "scopes", List.of("READ")))
            .expect(201)
            .json()
            .get("secret")
            .asText();
    nobody().get("/me", "Authorization", "Bearer " + secret).expect(200);

    try (Stream<Path> files = Files.walk(SERVER.data().resolve("log"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file))
            .as(file.toString())
            .doesNotContain(secret, cookie(begun).split("=")[1], Web.ADMIN_PASSWORD);
      }
    }
  }
}
