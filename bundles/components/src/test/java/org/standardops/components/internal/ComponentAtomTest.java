package org.standardops.components.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.standardops.components.internal.Documents.operation;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.assertj.core.api.AbstractObjectAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.standardops.atom.Outcome;
import org.standardops.atom.Parameters;
import org.standardops.atom.Touched;
import org.standardops.atom.testkit.TestCall;
import org.standardops.atom.testkit.TestServer;
import org.standardops.atom.testkit.TestServer.Received;
import org.standardops.atom.testkit.TestServer.Reply;

class ComponentAtomTest {

  private static final String ORDER = "{\"id\": 7, \"item\": \"tea\", \"more\": {\"a\": 1}}";

  private TestServer server;

  @AfterEach
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  private void serve(Function<Received, Reply> behaviour) {
    server = TestServer.that(behaviour);
  }

  private Outcome call(String operation, Map<String, Object> parameters) {
    Definition shop = Documents.shop();
    TestCall call =
        TestCall.with(parameters)
            .connection(
                "component-shop",
                Map.of(
                    "endpoint", server.uri("/v9").toString(),
                    "user", "ann",
                    "password", "pswd",
                    "token", "t0ken",
                    "apiKey", "k&y"));
    Outcome outcome = new ComponentAtom(shop, operation(shop, operation)).start(call);
    assertThat(call.log().lines().toString()).doesNotContain("pswd", "t0ken", "k&y", "k%26y");
    return outcome;
  }

  private static AbstractObjectAssert<?, Outcome.Failed> assertFailed(Outcome outcome) {
    return assertThat(outcome).asInstanceOf(type(Outcome.Failed.class));
  }

  @Test
  void putsParametersWhereTheyBelongAndTakesOutputsOut() {
    serve(request -> Reply.json(200, ORDER));

    Outcome outcome =
        call(
            "getOrder",
            Map.of(
                "order", "a/b c",
                "fields", List.of("id", "x&y"),
                "tags", List.of("p", "q"),
                "X-Trace", "t1",
                "extract", Map.of("deep", "/more/a")));

    Received asked = server.received().get(0);
    assertThat(asked.method()).isEqualTo("GET");
    assertThat(asked.uri().toString())
        .isEqualTo("/v9/orders/a%2Fb%20c?fields=id&fields=x%26y&tags=p%2Cq&api%20key=k%26y");
    assertThat(asked.headers()).containsEntry("X-Trace", "t1");
    assertThat(((Outcome.Succeeded) outcome).outputs())
        .containsEntry("status", 200)
        .containsEntry("id", 7)
        .containsEntry("item", "tea")
        .containsEntry("deep", 1)
        .doesNotContainKey("more");
  }

  @Test
  void sendsTheBodyWithUserAndPassword() {
    serve(request -> Reply.json(201, ORDER));

    call("placeOrder", Map.of("body", Map.of("item", "tea")));

    Received asked = server.received().get(0);
    assertThat(asked.body()).isEqualTo("{\"item\":\"tea\"}");
    assertThat(asked.headers())
        .containsEntry("Authorization", "Basic YW5uOnBzd2Q=")
        .containsEntry("Content-Type", "application/json");
  }

  @Test
  void sendsTheIntentsKeyWhereTheApiTakesOne() {
    serve(request -> Reply.json(200, "{}"));

    call("pay", Map.of());

    assertThat(server.received().get(0).headers())
        .containsEntry("Idempotency-Key", "t1-n1-1")
        .containsEntry("Authorization", "Bearer t0ken");
  }

  @Test
  void aValueCannotLeadToAnotherPath() {
    serve(request -> Reply.json(200, ORDER));

    assertFailed(call("getOrder", Map.of("order", "..")))
        .satisfies(
            failed -> {
              assertThat(failed.code()).isEqualTo("INVALID_PARAMETER");
              assertThat(failed.touched()).isEqualTo(Touched.NO);
            });
    assertThat(server.received()).isEmpty();
  }

  @Test
  void withoutAnAccessItSaysWhereToSetOne() {
    Definition shop = Documents.shop();

    Outcome outcome =
        new ComponentAtom(shop, operation(shop, "pay")).start(TestCall.with(Map.of()));

    assertFailed(outcome)
        .satisfies(
            failed -> {
              assertThat(failed.code()).isEqualTo("NOT_CONFIGURED");
              assertThat(failed.reason()).contains("'token'", "connections/component-shop");
            });
  }

  @Test
  void eachFaultOfTheApiIsTold() {
    serve(request -> Reply.json(500, "{\"message\": \"out of order\"}"));
    assertFailed(call("placeOrder", Map.of("body", Map.of("item", "tea"))))
        .satisfies(
            failed -> {
              assertThat(failed.reason()).startsWith("shop placeOrder answered 500: {\"message\"");
              assertThat(failed.retryable()).isTrue();
              assertThat(failed.touched()).isEqualTo(Touched.MAYBE);
            });
    server.close();
    serve(request -> Reply.json(404, ""));
    assertFailed(call("delete-order", Map.of("order", "7")))
        .satisfies(
            failed -> {
              assertThat(failed.retryable()).isFalse();
              assertThat(failed.touched()).isEqualTo(Touched.NO);
            });
    server.close();
    serve(request -> Reply.json(200, "{\"id\": "));
    assertFailed(call("getOrder", Map.of("order", "7")))
        .satisfies(
            failed -> {
              assertThat(failed.code()).isEqualTo("BROKEN_ANSWER");
              assertThat(failed.retryable()).isTrue();
              assertThat(failed.touched()).isEqualTo(Touched.NO);
            });
    server.close();
    serve(request -> Reply.json(200, "{}"));
    assertFailed(call("getOrder", Map.of("order", "7", "extract", Map.of("x", "/x"))))
        .extracting(Outcome.Failed::code)
        .isEqualTo("EXTRACT_MISSING");
  }

  @Test
  void blueKingsGatewayGetsTheAppAndTheBusinessesExecutor() {
    serve(request -> Reply.json(200, "{\"result\": true, \"data\": {\"count\": 3}}"));
    Definition cmdb = Documents.gateway(server.uri("/api/bk-cmdb/prod").toString());
    TestCall call = blueking(Map.of("bk_biz_id", 2, "body", Map.of("a", 1)));

    Outcome outcome = new ComponentAtom(cmdb, operation(cmdb, "find_host")).start(call);

    assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
    Received asked = server.received().get(0);
    assertThat(asked.uri().toString()).isEqualTo("/api/bk-cmdb/prod/api/v3/find/host/2");
    assertThat(asked.headers())
        .containsEntry(
            "X-Bkapi-Authorization",
            "{\"bk_app_code\":\"ops\",\"bk_app_secret\":\"s3cret\",\"bk_username\":\"web-ops\"}");
  }

  @Test
  void anAnswerOfBlueKingThatSaysNoIsAFailure() {
    serve(
        request -> Reply.json(200, "{\"result\": false, \"code\": 9900403, \"message\": \"no\"}"));
    Definition cmdb = Documents.gateway(server.uri("/api").toString());

    assertFailed(
            new ComponentAtom(cmdb, operation(cmdb, "find_host"))
                .start(blueking(Map.of("bk_biz_id", 2))))
        .satisfies(
            failed -> {
              assertThat(failed.code()).isEqualTo("FAILED_OUTSIDE");
              assertThat(failed.reason()).contains("no (code 9900403)");
            });
  }

  @Test
  void aResourceThatDeclaresNothingTakesAnyQuery() {
    serve(request -> Reply.json(200, "{}"));
    Definition cmdb = Documents.gateway(server.uri("/api").toString());

    new ComponentAtom(cmdb, operation(cmdb, "count"))
        .start(blueking(Map.of("query", Map.of("kind", "host"))));

    assertThat(server.received().get(0).uri().toString()).isEqualTo("/api/api/v3/count?kind=host");
  }

  private static TestCall blueking(Map<String, Object> parameters) {
    return TestCall.with(parameters)
        .connection(
            "blueking", Map.of("appCode", "ops", "appSecret", "s3cret", "executor", "web-ops"));
  }

  @Test
  void aTimeLimitHasBounds() {
    Definition shop = Documents.shop();
    ComponentAtom atom = new ComponentAtom(shop, operation(shop, "pay"));

    assertThat(atom.check(new Parameters(Map.of("timeout", "PT1S")))).isEmpty();
    assertThat(atom.check(new Parameters(Map.of("timeout", "${KEY}")))).isEmpty();
    assertThat(atom.check(new Parameters(Map.of("timeout", "PT1H")))).hasSize(1);
  }
}
