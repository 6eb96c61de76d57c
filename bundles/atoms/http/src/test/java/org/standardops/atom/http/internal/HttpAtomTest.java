package org.standardops.atom.http.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.standardops.atom.Answer;
import org.standardops.atom.Atom;
import org.standardops.atom.Cancellation;
import org.standardops.atom.Fault;
import org.standardops.atom.Outcome;
import org.standardops.atom.Parameters;
import org.standardops.atom.Recovery;
import org.standardops.atom.Touched;
import org.standardops.atom.testkit.AtomContract;
import org.standardops.atom.testkit.AtomRun;
import org.standardops.atom.testkit.TestCall;
import org.standardops.atom.testkit.TestServer;
import org.standardops.atom.testkit.TestServer.Received;
import org.standardops.atom.testkit.TestServer.Reply;

final class HttpAtomTest extends AtomContract {

  private final HttpAtom http = new HttpAtom();
  private TestServer server;

  @Override
  protected Atom atom() {
    return http;
  }

  @Override
  protected String code() {
    return "http";
  }

  @AfterEach
  void stopServer() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void givesStatusHeadersAndJsonBody() throws Exception {
    serve(request -> Reply.json(200, "{\"version\":\"1.2\",\"ready\":true}"));

    Map<String, Object> outputs = succeeds(Map.of("url", url("/version?key=k1")));

    assertThat(outputs)
        .containsEntry("status", 200)
        .containsEntry("body", Map.of("version", "1.2", "ready", true));
    assertThat(outputs.get("headers"))
        .asInstanceOf(type(Map.class))
        .extracting(headers -> headers.get("content-type"))
        .isEqualTo("application/json");
    Received asked = server.received().get(0);
    assertThat(asked.method()).isEqualTo("GET");
    assertThat(asked.uri()).isEqualTo(URI.create("/version?key=k1"));
    assertThat(asked.headers()).doesNotContainKey("Idempotency-Key");
  }

  @Test
  void givesATextWhereTheAnswerIsNoJson() throws Exception {
    serve(request -> Reply.text(200, "prêt"));

    assertThat(succeeds(Map.of("url", url("/")))).containsEntry("body", "prêt");
  }

  @Test
  void givesNullForNoBody() throws Exception {
    serve(request -> new Reply(204, Map.of(), new byte[0]));

    assertThat(succeeds(Map.of("url", url("/")))).containsEntry("body", null);
  }

  @Test
  void keepsCookiesOutOfTheOutputs() throws Exception {
    serve(request -> new Reply(200, Map.of("Set-Cookie", "session=s3cret"), new byte[0]));

    assertThat(succeeds(Map.of("url", url("/"))).toString()).doesNotContain("s3cret");
  }

  @Test
  void sendsJsonWithHeadersAndTheIntentKey() throws Exception {
    serve(request -> Reply.json(201, "{}"));

    succeeds(
        Map.of(
            "method", "POST",
            "url", url("/orders"),
            "headers", Map.of("Authorization", "Bearer b"),
            "body", Map.of("ids", List.of(1, 2))));

    Received asked = server.received().get(0);
    assertThat(asked.body()).isEqualTo("{\"ids\":[1,2]}");
    assertThat(asked.headers())
        .containsEntry("Content-Type", "application/json")
        .containsEntry("Authorization", "Bearer b")
        .containsEntry("Idempotency-Key", "t1-n1-1");
  }

  @Test
  void sendsATextAsItIs() throws Exception {
    serve(request -> Reply.json(200, "{}"));

    succeeds(
        Map.of(
            "method",
            "PUT",
            "url",
            url("/"),
            "headers",
            Map.of("content-type", "application/xml"),
            "body",
            "<a/>"));

    assertThat(server.received().get(0).body()).isEqualTo("<a/>");
    assertThat(server.received().get(0).headers()).containsEntry("Content-Type", "application/xml");
  }

  @Test
  void takesOutputsByPointer() throws Exception {
    serve(request -> Reply.json(200, "{\"data\":{\"items\":[{\"id\":7}],\"a/b\":\"x\"}}"));

    Map<String, Object> outputs =
        succeeds(
            Map.of(
                "url",
                url("/"),
                "extract",
                Map.of("first", "/data/items/0/id", "slash", "/data/a~1b")));

    assertThat(outputs).containsEntry("first", 7).containsEntry("slash", "x");
  }

  @Test
  void namesThePointerThatLeadsNowhere() throws Exception {
    serve(request -> Reply.json(200, "{\"data\":{}}"));

    Outcome.Failed failed =
        fails(Map.of("url", url("/"), "extract", Map.of("id", "/data/items/0/id")));

    assertThat(failed.code()).isEqualTo("EXTRACT_MISSING");
    assertThat(failed.reason()).contains("'/data/items/0/id'").contains("'id'");
    assertThat(failed.touched()).isEqualTo(Touched.YES);
    assertThat(failed.retryable()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "GET,  404, false, NO",
    "GET,  503, true,  NO",
    "POST, 400, false, NO",
    "POST, 409, true,  NO",
    "POST, 429, true,  NO",
    "POST, 500, true,  MAYBE",
    "POST, 206, false, MAYBE",
    "POST, 303, false, MAYBE",
  })
  void saysWhatAnUnexpectedStatusMeans(
      String method, int status, boolean retryable, Touched touched) throws Exception {
    serve(request -> Reply.text(status, "quota used up"));

    Outcome.Failed failed = fails(Map.of("method", method, "url", url("/orders?token=s3cret")));

    assertThat(failed.code()).isEqualTo("HTTP_STATUS");
    assertThat(failed.reason())
        .isEqualTo(method + " " + url("/orders") + " answered " + status + ": quota used up");
    assertThat(failed.retryable()).isEqualTo(retryable);
    assertThat(failed.touched()).isEqualTo(touched);
  }

  @Test
  void acceptsTheStatusThatIsExpected() throws Exception {
    serve(request -> Reply.text(404, "gone"));

    assertThat(succeeds(Map.of("url", url("/"), "expectStatus", List.of(404))))
        .containsEntry("status", 404);
  }

  @Test
  void showsTheRedirectThatIsExpected() throws Exception {
    serve(
        request ->
            request.uri().getPath().equals("/old")
                ? new Reply(302, Map.of("Location", "/new"), new byte[0])
                : Reply.text(200, "new"));

    assertThat(succeeds(Map.of("url", url("/old")))).containsEntry("body", "new");
    assertThat(succeeds(Map.of("url", url("/old"), "expectStatus", List.of(302))))
        .containsEntry("status", 302);
  }

  @Test
  void cutsALongReason() throws Exception {
    serve(request -> Reply.text(500, "x".repeat(100_000)));

    assertThat(fails(Map.of("url", url("/"))).reason()).hasSizeLessThan(1_200).endsWith("…");
  }

  @Test
  void tellsThatNothingWasTouchedWhereNobodyListens() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }

    Outcome.Failed failed =
        fails(Map.of("method", "POST", "url", "http://127.0.0.1:" + port + "/"));

    assertThat(failed.code()).isEqualTo("CONNECT");
    assertThat(failed.touched()).isEqualTo(Touched.NO);
    assertThat(failed.retryable()).isTrue();
  }

  @Test
  void cannotTellWhereNoAnswerComes() throws Exception {
    try (ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Outcome.Failed failed =
          fails(
              Map.of(
                  "method", "POST",
                  "url", "http://127.0.0.1:" + mute.getLocalPort() + "/",
                  "timeout", "PT1S"));

      assertThat(failed.code()).isEqualTo("TIMEOUT");
      assertThat(failed.touched()).isEqualTo(Touched.MAYBE);
    }
  }

  @Test
  void refusesAnAnswerThatIsTooLarge() throws Exception {
    serve(request -> Reply.text(200, "x".repeat((1 << 20) + 1)));

    assertThat(fails(Map.of("url", url("/"))).code()).isEqualTo("TOO_LARGE");
  }

  @Test
  void followsWorkUntilItHasEnded() throws Exception {
    Iterator<String> states = List.of("QUEUED", "RUNNING", "DONE").iterator();
    serve(
        request ->
            request.method().equals("POST")
                ? Reply.json(202, "{\"id\":\"job 7/8\"}")
                : Reply.json(200, "{\"state\":\"" + states.next() + "\",\"result\":42}"));
    TestCall call = call(job());

    Outcome outcome = run(call).toEnd();

    assertThat(((Outcome.Succeeded) outcome).outputs())
        .containsEntry("status", 200)
        .containsEntry("body", Map.of("state", "DONE", "result", 42))
        .containsEntry("id", "job 7/8")
        .containsEntry("result", 42);
    assertThat(server.received())
        .extracting(request -> request.method() + " " + request.uri())
        .containsExactly(
            "POST /jobs",
            "GET /jobs/job%207%2F8",
            "GET /jobs/job%207%2F8",
            "GET /jobs/job%207%2F8");
    assertThat(Duration.between(call.attemptStartedAt(), call.clock().instant()))
        .isEqualTo(Duration.ofSeconds(15));
  }

  @Test
  void failsWhenTheWorkHasFailed() throws Exception {
    serve(
        request ->
            request.method().equals("POST")
                ? Reply.json(202, "{\"id\":7}")
                : Reply.json(200, "{\"state\":\"FAILED\",\"why\":\"disk full\"}"));

    Outcome.Failed failed = fails(job());

    assertThat(failed.code()).isEqualTo("FAILED_OUTSIDE");
    assertThat(failed.reason()).contains("disk full").contains("/state = \"FAILED\"");
    assertThat(failed.touched()).isEqualTo(Touched.YES);
  }

  @Test
  void asksAgainWhereALookFailsForTheMoment() throws Exception {
    Iterator<Reply> looks =
        List.of(Reply.text(502, "restarting"), Reply.json(200, "{\"state\":\"DONE\",\"result\":1}"))
            .iterator();
    serve(
        request -> request.method().equals("POST") ? Reply.json(202, "{\"id\":7}") : looks.next());

    succeeds(job());
  }

  @Test
  void givesUpAtTheDeadline() throws Exception {
    serve(
        request ->
            request.method().equals("POST")
                ? Reply.json(202, "{\"id\":7}")
                : Reply.json(200, "{\"state\":\"RUNNING\"}"));
    TestCall call = call(job());

    Outcome.Failed failed = (Outcome.Failed) run(call).toEnd();

    assertThat(failed.code()).isEqualTo("POLL_DEADLINE");
    assertThat(failed.touched()).isEqualTo(Touched.MAYBE);
    assertThat(failed.outputs()).containsEntry("id", 7);
    assertThat(Duration.between(call.attemptStartedAt(), call.clock().instant()))
        .isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void becomesUnknownWhereTheAnswerOfAPostWasLost() throws Exception {
    serve(request -> Reply.json(200, "{}"));
    AtomRun run = run(call(Map.of("method", "POST", "url", url("/orders"))));
    run.nextAndLoseTheAnswer();

    assertThat(run.next()).isInstanceOf(Outcome.Unknown.class);
    assertThat(server.received()).hasSize(1);
  }

  @Test
  void callsAgainWithTheSameKeyWhereThatIsSaidToBeSafe() throws Exception {
    serve(request -> Reply.json(200, "{}"));
    AtomRun run = run(call(Map.of("method", "POST", "url", url("/orders"), "idempotent", true)));
    run.nextAndLoseTheAnswer();

    assertThat(run.next()).isInstanceOf(Outcome.Succeeded.class);
    assertThat(server.received())
        .extracting(request -> request.headers().get("Idempotency-Key"))
        .containsExactly("t1-n1-1", "t1-n1-1");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, RERUN",
    "HEAD, RERUN",
    "PUT, RERUN",
    "DELETE, RERUN",
    "POST, UNKNOWN",
    "PATCH, UNKNOWN"
  })
  void knowsWhichMethodsAreIdempotent(String method, Recovery recovery) {
    assertThat(http.recovery(new Parameters(Map.of("method", method)))).contains(recovery);
  }

  @Test
  void tellsThatItCannotCancel() {
    assertThat(http.cancel(call(job("http://127.0.0.1:1")), Map.of()))
        .isInstanceOf(Cancellation.CannotCancel.class);
  }

  @Test
  void logsNeitherQueryNorHeaders() throws Exception {
    serve(request -> Reply.json(200, "{}"));
    TestCall call =
        call(
            Map.of(
                "url", url("/a?token=s3cret"), "headers", Map.of("Authorization", "s3cret too")));

    run(call).next();

    assertThat(call.log().lines())
        .containsExactly("INFO GET " + url("/a"), "INFO GET " + url("/a") + " answered 200");
  }

  @Test
  void namesEveryFaultAtOnce() {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("method", "GET");
    parameters.put("url", "ftp://example.com/");
    parameters.put("headers", Map.of("a b", "x", "c/d", "1\r\nInjected: 2"));
    parameters.put("body", "x");
    parameters.put("timeout", "PT11M");
    parameters.put("extract", Map.of("status", "/s"));
    parameters.put(
        "poll",
        Map.of(
            "url", "https://example.com/{id}",
            "until", Map.of("pointer", "/a", "equals", 1),
            "interval", "PT0.1S",
            "deadline", "soon"));

    assertThat(http.check(new Parameters(parameters)))
        .extracting(fault -> fault.pointer())
        .containsExactlyInAnyOrder(
            "/url",
            "/headers/a b",
            "/headers/c~1d",
            "/headers/c~1d",
            "/body",
            "/timeout",
            "/extract/status",
            "/poll/url",
            "/poll/interval",
            "/poll/deadline");
  }

  @ParameterizedTest
  @CsvSource({"https://user:pass@example.com/", "http:///path", "/path", "'http://exa mple/'"})
  void refusesAUrlThatIsNone(String url) {
    assertThat(http.check(new Parameters(Map.of("url", url))))
        .singleElement()
        .satisfies(fault -> assertThat(fault.pointer()).isEqualTo("/url"));
  }

  private Map<String, Object> job() {
    return job(server.uri("").toString());
  }

  private static Map<String, Object> job(String base) {
    return Map.of(
        "method", "POST",
        "url", base + "/jobs",
        "expectStatus", List.of(202),
        "extract", Map.of("id", "/id", "result", "/result"),
        "poll",
            Map.of(
                "url",
                base + "/jobs/{id}",
                "until",
                Map.of("pointer", "/state", "equals", "DONE"),
                "failedWhen",
                Map.of("pointer", "/state", "equals", "FAILED"),
                "interval",
                "PT5S",
                "deadline",
                "PT1M"));
  }

  @ParameterizedTest
  @CsvSource({
    "BASIC, ann, Authorization, Basic YW5uOnBzd2Q=",
    "BEARER, , Authorization, Bearer pswd",
    "HEADER, X-Key, X-Key, pswd"
  })
  void provesWhoSends(String kind, String name, String header, String value) throws Exception {
    serve(request -> Reply.json(200, "{}"));
    Map<String, Object> auth = new HashMap<>(Map.of("kind", kind, "secret", "pswd"));
    auth.computeIfAbsent("name", missing -> name);

    succeeds(Map.of("url", url("/"), "auth", auth));

    assertThat(server.received().get(0).headers()).containsEntry(header, value);
  }

  @Test
  void keepsAKeyInTheQueryOutOfTheLog() throws Exception {
    serve(request -> Reply.json(200, "{}"));
    TestCall call =
        call(
            Map.of(
                "url", url("/a?b=1"),
                "auth", Map.of("kind", "QUERY", "name", "api key", "secret", "p&w")));

    run(call).toEnd();

    assertThat(server.received().get(0).uri().toString()).isEqualTo("/a?b=1&api%20key=p%26w");
    assertThat(call.log().lines().toString()).doesNotContain("p&w", "p%26w");
  }

  @Test
  void provesItselfAtEachLook() throws Exception {
    serve(
        request ->
            Reply.json(
                request.uri().getPath().equals("/jobs") ? 202 : 200,
                "{\"id\": 1, \"state\": \"DONE\", \"result\": 2}"));
    Map<String, Object> parameters = new HashMap<>(job());
    parameters.put("auth", Map.of("kind", "BEARER", "secret", "pswd"));

    succeeds(parameters);

    assertThat(server.received())
        .hasSize(2)
        .allSatisfy(
            asked -> assertThat(asked.headers()).containsEntry("Authorization", "Bearer pswd"));
  }

  @Test
  void waitsForACallbackAndTakesItsValues() throws Exception {
    serve(request -> Reply.json(202, "{\"build\": 7}"));
    TestCall call = call(calledBack());

    Outcome.AwaitCallback waiting = (Outcome.AwaitCallback) http.start(call);

    assertThat(waiting.deadline()).isEqualTo(Duration.ofHours(2));
    Received asked = server.received().get(0);
    String address = call.callbackUrl().toString();
    assertThat(asked.body()).contains("\"notify\":\"" + address + "\"");
    assertThat(asked.headers()).containsEntry("X-Back", address);
    assertThat(asked.uri().getQuery()).isEqualTo("back=" + address);
    assertThat(
            http.resume(
                call,
                waiting.handle(),
                new Answer.Callback(Map.of("state", "DONE", "artifact", "a.jar"))))
        .asInstanceOf(type(Outcome.Succeeded.class))
        .satisfies(
            ended ->
                assertThat(ended.outputs())
                    .containsEntry("build", 7)
                    .containsEntry("artifact", "a.jar")
                    .containsEntry("status", 202)
                    .containsEntry("body", Map.of("state", "DONE", "artifact", "a.jar")));
  }

  @Test
  void failsWhereTheCallbackSaysSo() throws Exception {
    serve(request -> Reply.json(202, "{\"build\": 7}"));
    TestCall call = call(calledBack());
    Outcome.AwaitCallback waiting = (Outcome.AwaitCallback) http.start(call);

    assertThat(http.resume(call, waiting.handle(), new Answer.Callback(Map.of("state", "FAILED"))))
        .asInstanceOf(type(Outcome.Failed.class))
        .satisfies(
            failed -> {
              assertThat(failed.code()).isEqualTo("FAILED_OUTSIDE");
              assertThat(failed.reason()).contains("FAILED");
            });
  }

  @Test
  void aCallbackWithoutWhatIsToBeTakenFails() throws Exception {
    serve(request -> Reply.json(202, "{\"build\": 7}"));
    TestCall call = call(calledBack());
    Outcome.AwaitCallback waiting = (Outcome.AwaitCallback) http.start(call);

    assertThat(http.resume(call, waiting.handle(), new Answer.Callback("done")))
        .asInstanceOf(type(Outcome.Failed.class))
        .extracting(Outcome.Failed::code)
        .isEqualTo("EXTRACT_MISSING");
  }

  @Test
  void refusesACallbackOfWhichNobodyIsTold() {
    assertThat(
            http.check(
                new Parameters(Map.of("url", "https://a.example.com/", "callback", Map.of()))))
        .extracting(Fault::pointer)
        .containsExactly("/callback");
  }

  @Test
  void aSignInNeedsItsName() {
    assertThat(
            http.check(
                new Parameters(
                    Map.of(
                        "url",
                        "https://a.example.com/",
                        "auth",
                        Map.of("kind", "HEADER", "secret", "s")))))
        .extracting(Fault::pointer)
        .containsExactly("/auth/name");
  }

  @ParameterizedTest
  @CsvSource({"GET, true, NO", "POST, false, YES"})
  void brokenJsonFailsWhereItCame(String method, boolean retryable, Touched touched)
      throws Exception {
    serve(request -> Reply.json(200, "{\"version\": "));

    Outcome.Failed failed = fails(Map.of("method", method, "url", url("/version")));

    assertThat(failed.code()).isEqualTo("BROKEN_ANSWER");
    assertThat(failed.reason()).contains("/version answered 200 and JSON that cannot be read");
    assertThat(failed.retryable()).isEqualTo(retryable);
    assertThat(failed.touched()).isEqualTo(touched);
  }

  private Map<String, Object> calledBack() {
    return Map.of(
        "method", "POST",
        "url", url("/builds") + "?back={callbackUrl}",
        "headers", Map.of("X-Back", "{callbackUrl}"),
        "body", Map.of("notify", "{callbackUrl}"),
        "extract", Map.of("build", "/build", "artifact", "/artifact"),
        "callback",
            Map.of(
                "deadline", "PT2H", "failedWhen", Map.of("pointer", "/state", "equals", "FAILED")));
  }

  private Map<String, Object> succeeds(Map<String, Object> parameters) throws Exception {
    return ((Outcome.Succeeded) run(call(parameters)).toEnd()).outputs();
  }

  private Outcome.Failed fails(Map<String, Object> parameters) throws Exception {
    return (Outcome.Failed) run(call(parameters)).toEnd();
  }

  private static TestCall call(Map<String, Object> parameters) {
    return TestCall.with(parameters);
  }

  private AtomRun run(TestCall call) {
    return new AtomRun(http, "http", call);
  }

  private void serve(Function<Received, Reply> behaviour) {
    server = TestServer.that(behaviour);
  }

  private String url(String path) {
    return server.uri(path).toString();
  }
}
