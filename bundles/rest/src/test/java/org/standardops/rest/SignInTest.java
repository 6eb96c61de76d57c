package org.standardops.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.standardops.rest.fake.FakeAuthentication;

/** Sessions and API tokens, as HTTP carries them. */
class SignInTest {

  private static final String ACCOUNT = "{\"name\": \"x%s\", \"password\": \"long enough\"}";

  private static TestServer server;
  private static ApiClient nobody;

  @BeforeAll
  static void start() {
    server = new TestServer();
    nobody = server.as("");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void cookieIsOutOfReachOfScriptsAndOtherSites() {
    assertThat(begin("ann").header("Set-Cookie"))
        .startsWith("standardops-session=")
        .contains("; Path=/", "; HttpOnly", "; SameSite=Strict", "; Secure");
  }

  @Test
  void wrongPasswordBeginsNothing() {
    ApiClient.Answer refused =
        nobody
            .post("/session", "{\"user\": \"ann\", \"password\": \"wrong\"}")
            .expectProblem(401, "UNAUTHENTICATED");

    assertThat(refused.header("Set-Cookie")).isEmpty();
  }

  @Test
  void cookieReadsAlone() {
    String cookie = cookie(begin("ann"));

    assertThat(nobody.get("/me", "Cookie", cookie).expect(200).json().get("name").asText())
        .isEqualTo("ann");
    assertThat(nobody.get("/me", "Cookie", "other=1; " + cookie).expect(200).json().get("name"))
        .isNotNull();
    nobody.get("/me", "Cookie", "standardops-session=nonsense").expect(401);
    nobody.get("/me", "Cookie", "standardops-session=").expect(401);
  }

  @Test
  void changesNeedTheCsrfTokenToo() {
    ApiClient.Answer begun = begin("admin");
    String cookie = cookie(begun);
    String csrf = begun.json().get("csrfToken").asText();
    String body = String.format(ACCOUNT, "1");

    nobody.post("/people", body, "Cookie", cookie).expectProblem(403, "FORBIDDEN");
    nobody
        .post("/people", body, "Cookie", cookie, "X-CSRF-Token", "wrong")
        .expectProblem(403, "FORBIDDEN");
    nobody.post("/people", body, "Cookie", cookie, "X-CSRF-Token", csrf).expect(201);
  }

  @Test
  void tellsTheCsrfTokenAgain() {
    ApiClient.Answer begun = begin("ann");

    assertThat(nobody.get("/session", "Cookie", cookie(begun)).expect(200).json())
        .isEqualTo(begun.json());
    server.as("ann").get("/session").expectProblem(404, "NOT_FOUND");
  }

  @Test
  void signingOutEndsItAndRemovesTheCookie() {
    ApiClient.Answer begun = begin("ann");
    String cookie = cookie(begun);

    ApiClient.Answer ended =
        nobody
            .delete(
                "/session",
                "Cookie",
                cookie,
                "X-CSRF-Token",
                begun.json().get("csrfToken").asText())
            .expect(204);

    assertThat(ended.header("Set-Cookie")).contains("Max-Age=0", "Path=/");
    nobody.get("/me", "Cookie", cookie).expect(401);
  }

  @Test
  void whoMustChangeThePasswordMaySignOut() {
    ApiClient.Answer begun = begin("new");
    String cookie = cookie(begun);

    nobody.get("/businesses", "Cookie", cookie).expectProblem(403, "PASSWORD_CHANGE_REQUIRED");
    nobody
        .get("/businesses", "Authorization", "Bearer new-READ")
        .expectProblem(403, "PASSWORD_CHANGE_REQUIRED");
    nobody
        .delete(
            "/session", "Cookie", cookie, "X-CSRF-Token", begun.json().get("csrfToken").asText())
        .expect(204);
  }

  @Test
  void tokenReachesAsFarAsItsScopes() {
    String body = String.format(ACCOUNT, "2");

    nobody.get("/me", "Authorization", "Bearer ann-READ").expect(200);
    nobody.get("/me", "Authorization", "bearer ann-WRITE").expect(200);
    nobody.get("/me", "Authorization", "Bearer ann-METRICS").expectProblem(403, "FORBIDDEN");
    nobody
        .post("/people", body, "Authorization", "Bearer admin-READ")
        .expectProblem(403, "FORBIDDEN");
    nobody.post("/people", body, "Authorization", "Bearer admin-WRITE").expect(201);
    nobody.get("/me", "Authorization", "Bearer nonsense").expect(401);
  }

  @Test
  void tokensComeAndGoAndTheSecretIsShownOnce() {
    ApiClient ann = server.as("ann");
    ApiClient.Answer made =
        ann.post("/me/tokens", "{\"name\": \"ci\", \"expiresAt\": null, \"scopes\": [\"READ\"]}")
            .expect(201);
    String id = made.json().get("id").asText();

    assertThat(made.header("Location")).isEqualTo("/api/v1/me/tokens/" + id);
    assertThat(made.json().get("secret").asText()).isEqualTo("sops_abcdef");
    assertThat(ann.get("/me/tokens").expect(200).text())
        .contains("sops_abc\"")
        .doesNotContain("def");
    ann.delete("/me/tokens/" + id).expect(204);
    ann.delete("/me/tokens/" + id).expectProblem(404, "NOT_FOUND");
  }

  @Test
  void badTokensAreFaults() {
    assertThat(
            server
                .as("ann")
                .post(
                    "/me/tokens",
                    "{\"expiresAt\": \"tomorrow\", \"scopes\": [\"FLY\"], \"secret\": \"mine\"}")
                .expectProblem(422, "INVALID")
                .faults())
        .containsExactlyInAnyOrder(
            "/name MISSING",
            "/expiresAt INVALID_VALUE",
            "/scopes/0 INVALID_VALUE",
            "/secret UNKNOWN_FIELD");
  }

  private static ApiClient.Answer begin(String user) {
    return nobody
        .post(
            "/session",
            "{\"user\": \"" + user + "\", \"password\": \"" + FakeAuthentication.PASSWORD + "\"}")
        .expect(200);
  }

  private static String cookie(ApiClient.Answer begun) {
    return begun.header("Set-Cookie").split(";")[0];
  }
}
