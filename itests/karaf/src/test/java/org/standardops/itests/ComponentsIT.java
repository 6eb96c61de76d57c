package org.standardops.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.standardops.itests.OutsideApi.Asked;
import org.standardops.itests.OutsideApi.Reply;

/** Operations of imported APIs, run as atoms. */
class ComponentsIT {

  private static final String DOCUMENT = document();
  private static final String CODE = "component-shop-place-order";
  private static final OutsideApi OUTSIDE = new OutsideApi();
  private static Web web;

  @BeforeAll
  static void start() {
    OUTSIDE.at("/shop/orders/", ComponentsIT::order);
    Download download = Download.fresh();
    OutsideApi.allow(download);
    web = Web.on(new ServerProcess(download));
  }

  @AfterAll
  static void stop() {
    web.server().close();
    OUTSIDE.close();
  }

  /** Checks what it gets against its own document. */
  private static Reply order(Asked asked) throws Exception {
    if (!"Bearer t0ken-4711".equals(asked.headers().get("Authorization"))) {
      return Reply.json(401, "{\"message\": \"who are you?\"}");
    }
    JsonNode body = RestClient.JSON.readTree(asked.body());
    boolean good =
        asked.method().equals("POST")
            && asked.path().startsWith("/shop/orders/north")
            && body.path("item").isTextual();
    return good
        ? Reply.json(201, "{\"id\": 7, \"state\": \"PLACED\"}")
        : Reply.json(400, "{\"message\": \"bad order\"}");
  }

  private static String document() {
    try {
      return Files.readString(
          Path.of(System.getProperty("standardops.examples"), "../components/shop.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> source(String version) {
    return Map.of(
        "name",
        "shop",
        "version",
        version,
        "document",
        DOCUMENT,
        "server",
        OUTSIDE.url() + "/shop");
  }

  private static Map<String, Object> params(Object item) {
    return Map.of("shop", "north 1", "body", Map.of("item", item, "count", 2));
  }

  @Test
  void anOperationRunsIsPinnedAndWaitsWhereItWasTakenAway() {
    JsonNode made = web.admin().post("/components", source("1.0.0")).expect(201).json();
    assertThat(made.at("/operations/0/atom").asText()).isEqualTo(CODE);
    JsonNode atom = atom("1.0.0");
    assertThat(atom.get("name").asText()).isEqualTo("Place an order");
    assertThat(atom.at("/inputs/$defs/Order/properties/item/title").asText()).isEqualTo("What");
    assertThat(atom.get("recovery").asText()).isEqualTo("UNKNOWN");

    JsonNode refused =
        web.ann().post("/businesses/web/processes", process(params(7))).expect(422).json();
    assertThat(refused.at("/errors/0/pointer").asText())
        .isEqualTo("/steps/0/nodes/0/params/body/item");
    String process = web.processOf(CODE, params("tea"));
    JsonNode lacking = web.awaitState(web.start(process, Map.of()), "FAILED");
    assertThat(Web.node(lacking, "n").at("/error/code").asText()).isEqualTo("NOT_CONFIGURED");

    web.ann()
        .put("/businesses/web/connections/component-shop", Map.of("token", "t0ken-4711"))
        .expect(200);
    JsonNode ended = web.awaitState(web.start(process, Map.of()), "SUCCEEDED");
    JsonNode node = Web.node(ended, "n");
    assertThat(node.at("/outputs/id").asInt()).isEqualTo(7);
    assertThat(node.at("/outputs/body/state").asText()).isEqualTo("PLACED");
    assertThat(node.at("/atom/version").asText()).isEqualTo("1.0.0");

    String waiting = created(process);
    web.admin().post("/components", source("1.1.0")).expect(201);
    web.admin().post("/components", source("1.1.0")).expect(201);
    JsonNode newer = web.awaitState(web.start(process, Map.of()), "SUCCEEDED");
    assertThat(Web.node(newer, "n").at("/atom/version").asText()).isEqualTo("1.1.0");

    web.admin().delete("/components/shop/1.0.0").expect(204);
    web.ann().post("/tasks/" + waiting + "/start", "").expect(200);
    await()
        .untilAsserted(
            () -> {
              JsonNode parked = Web.node(web.task(waiting), "n").get("waitingFor");
              assertThat(parked.path("kind").asText()).isEqualTo("ATOM_VERSION");
              assertThat(parked.path("detail").asText()).contains("component shop 1.0.0");
            });
    web.admin().post("/components", source("1.0.0")).expect(201);
    web.awaitState(waiting, "SUCCEEDED");

    web.server().stop();
    web.server().start();
    JsonNode again = web.awaitState(web.start(process, Map.of()), "SUCCEEDED");
    assertThat(Web.node(again, "n").at("/atom/version").asText()).isEqualTo("1.1.0");
    assertThat(OUTSIDE.asked("/shop")).hasSize(4);

    String example = web.exampleProcess("component.json");
    JsonNode ordered = web.awaitState(web.start(example, Map.of("item", "tea")), "SUCCEEDED");
    assertThat(ordered.at("/variables/order_id").asInt()).isEqualTo(7);
  }

  private static JsonNode atom(String version) {
    for (JsonNode atom : web.ann().get("/atoms?limit=200").expect(200).json().get("items")) {
      if (atom.get("code").asText().equals(CODE) && atom.get("version").asText().equals(version)) {
        return atom;
      }
    }
    throw new AssertionError("No atom " + CODE);
  }

  private static Map<String, Object> process(Map<String, Object> params) {
    return Map.of(
        "name", "Order",
        "type", "OTHER",
        "steps",
            List.of(
                Map.of(
                    "id",
                    "s",
                    "nodes",
                    List.of(Map.of("id", "n", "atom", CODE, "params", params)))));
  }

  private static String created(String process) {
    return web.ann()
        .post("/processes/" + process + "/tasks", Map.of("variables", Map.of(), "start", false))
        .expect(201)
        .json()
        .get("id")
        .asText();
  }

  @Test
  void whatIsNoGoodDocumentIsRefusedAndLeavesNothingBehind() {
    for (Object document :
        List.of(
            "not: [yaml",
            Map.of("openapi", "3.0.3"),
            DOCUMENT.replace("#/components/schemas/Order", "https://evil.example.com/s"))) {
      JsonNode problem =
          web.admin()
              .post("/components", Map.of("name", "bad", "document", document))
              .expect(422)
              .json();
      assertThat(problem.get("errors")).isNotEmpty();
    }
    assertThat(web.admin().get("/components?name=bad").expect(200).json().get("items")).isEmpty();
    web.ann().post("/components", source("9.0.0")).expect(403);
  }
}
