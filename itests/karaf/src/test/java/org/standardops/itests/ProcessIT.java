package org.standardops.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.standardops.itests.RestClient.Answer;

/** The life of a process on the built download, from its first draft to its deletion. */
class ProcessIT {

  private static final List<String> TYPES =
      List.of(
          "PUBLISHING",
          "REGION_OPENING",
          "CAPACITY_EXPANSION",
          "CAPACITY_REDUCTION",
          "MIGRATION",
          "SERVER_MERGE",
          "TROUBLESHOOTING",
          "OTHER");

  private static CdnSandbox sandbox;
  private static Web web;

  @BeforeAll
  static void start() {
    sandbox = new CdnSandbox();
    Download download = Download.fresh();
    sandbox.configure(download);
    web = Web.on(new ServerProcess(download));
  }

  @AfterAll
  static void stop() {
    web.server().close();
    sandbox.close();
  }

  private static Map<String, Object> node(String id, String atom, Map<String, ?> params) {
    return Map.of("id", id, "atom", atom, "params", params);
  }

  private static Map<String, Object> step(String id, Object... nodes) {
    return Map.of("id", id, "nodes", List.of(nodes));
  }

  private static ObjectNode process(String name, Object... steps) {
    return RestClient.JSON.valueToTree(
        Map.of("name", name, "type", "OTHER", "steps", List.of(steps)));
  }

  private static ObjectNode pause(String name) {
    return process(name, step("wait", node("pause", "timer", Map.of("duration", "PT0S"))));
  }

  private static List<String> pointers(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(item -> item.get("pointer").asText())
        .toList();
  }

  @Test
  void takesEachTypeAndAnotherName() {
    for (String type : TYPES) {
      String id = web.process(pause("A " + type).put("type", type));
      Answer got = web.ann().get("/processes/" + id).expect(200);
      assertThat(got.json().get("type").asText()).isEqualTo(type);
      ObjectNode renamed = (ObjectNode) got.json();

      web.ann()
          .put("/processes/" + id, renamed.put("name", "B " + type), "If-Match", got.etag())
          .expect(200);

      JsonNode listed =
          web.ann()
              .get("/businesses/web/processes?type=" + type + "&q=B%20" + type)
              .json()
              .get("items");
      assertThat(listed).hasSize(1);
    }
    assertThat(
            pointers(
                web.ann()
                    .post("/businesses/web/processes", pause("C").put("type", "PARTY"))
                    .expect(422)
                    .json()
                    .get("errors")))
        .containsExactly("/type");
  }

  @Test
  void publishesADraftOnceItIsWithoutFault() {
    ObjectNode faulty = process("Draft", step("a", node("n", "nowhere", Map.of("u", "${gone}"))));
    Answer made =
        web.ann().post("/businesses/web/processes", faulty.put("draft", true)).expect(201);
    String path = "/processes/" + made.json().get("id").asText();
    assertThat(pointers(made.json().get("warnings")))
        .contains("/steps/0/nodes/0/atom", "/steps/0/nodes/0/params/u");

    JsonNode refused = web.ann().post(path + "/publish", "{}").expect(422).json();
    assertThat(pointers(refused.get("errors")))
        .contains("/steps/0/nodes/0/atom", "/steps/0/nodes/0/params/u");
    web.ann().post(path + "/tasks", "{}").expect(409);

    ObjectNode mended = pause("Draft").put("draft", true).put("comment", "a timer instead");
    web.ann().put(path, mended, "If-Match", made.etag()).expect(200);
    JsonNode published = web.ann().post(path + "/publish", "{}").expect(200).json();

    assertThat(published.get("publishedRevision").asInt()).isEqualTo(1);
    assertThat(published.get("draft").asBoolean()).isFalse();
    assertThat(web.ann().get(path + "/revisions").json().at("/items/0/comment").asText())
        .isEqualTo("a timer instead");
    web.ann().post(path + "/publish", "{}").expect(409);
    web.ann().get(path + "?draft=true").expect(404);
  }

  @Test
  void keepsRevisionsComparesThemAndGoesBack() {
    Map<String, Object> a = node("a", "timer", Map.of("duration", "PT1S"));
    Map<String, Object> b = node("b", "timer", Map.of("duration", "PT2S"));
    String path = "/processes/" + web.process(process("Story", step("s", a)).put("draft", true));
    Answer draft = web.ann().get(path).expect(200);
    Answer first =
        web.ann()
            .put(
                path,
                process("Story", step("s", a, b)).put("comment", "first"),
                "If-Match",
                draft.etag())
            .expect(200);
    Map<String, Object> longer = node("b", "timer", Map.of("duration", "PT3S"));
    web.ann()
        .put(
            path,
            process("Story", step("s", longer), step("t", a)).put("comment", "second"),
            "If-Match",
            first.etag())
        .expect(200);

    JsonNode changes = web.ann().get(path + "/revisions/1/diff/2").expect(200).json();
    assertThat(changes.get("changes"))
        .extracting(change -> change.get("kind").asText() + " " + change.get("pointer").asText())
        .containsExactlyInAnyOrder(
            "ADDED /steps/1", "MOVED /steps/1/nodes/0", "CHANGED /steps/0/nodes/0/params/duration");

    web.ann().post(path + "/revisions/1/restore", Map.of("comment", "back")).expect(200);

    assertThat(web.ann().get(path + "/revisions/1/diff/3").json().get("changes")).isEmpty();
    assertThat(web.ann().get(path + "/revisions/2").json().at("/steps/1/id").asText())
        .isEqualTo("t");
    assertThat(web.ann().get(path + "/revisions").json().get("items"))
        .extracting(item -> item.get("createdBy").asText() + ": " + item.get("comment").asText())
        .containsExactly("ann: back", "ann: second", "ann: first");
  }

  @Test
  void copiesAndDeletesOnlyWhatNothingUses() {
    String id = web.process(pause("Used"));
    String task =
        web.ann()
            .post("/processes/" + id + "/tasks", Map.of("name", "Tuesday"))
            .expect(201)
            .json()
            .get("id")
            .asText();

    Answer copy = web.ann().post("/processes/" + id + "/copy", "{}").expect(201);
    JsonNode uses = web.ann().get("/processes/" + id + "/used-by").expect(200).json().get("items");
    Answer refused =
        web.ann()
            .delete("/processes/" + id, "If-Match", web.ann().get("/processes/" + id).etag())
            .expect(409);

    assertThat(copy.json().get("name").asText()).isEqualTo("Used (copy)");
    assertThat(uses).hasSize(1);
    assertThat(uses.at("/0/id").asText()).isEqualTo(task);
    assertThat(refused.json().get("code").asText()).isEqualTo("IN_USE");
    assertThat(refused.json().get("detail").asText()).contains("Tuesday", "CREATED");
    String copied = "/processes/" + copy.json().get("id").asText();
    web.ann().delete(copied, "If-Match", copy.etag()).expect(204);
    web.ann().get(copied).expect(404);
  }

  /** Case 5.1 as its author makes it, with parameters that become variables on the way. */
  @Test
  void buildsTheCdnCaseByMakingVariablesAndPreviewsWhatTheAtomsGet() {
    List<String> urls = sandbox.urls();
    ObjectNode begun =
        process(
            "CDN Prefetch",
            step("prefetch", node("push", "tencent-cdn-prefetch", Map.of("urls", urls))),
            step("verify", node("compare", "cdn-consistency", Map.of("urls", urls))));
    String id = web.process(begun.put("draft", true));
    String path = "/processes/" + id;

    Answer added =
        web.ann()
            .post(path + "/add-as-variable", Map.of("node", "push", "pointer", "/urls"))
            .expect(200);
    JsonNode variable = added.json().at("/variables/0");
    assertThat(variable.get("key").asText()).isEqualTo("urls");
    assertThat(variable.get("type").asText()).isEqualTo("LIST");
    assertThat(variable.get("name").asText()).isEqualTo("URLs");
    assertThat(variable.get("default")).hasSize(3);
    assertThat(variable.at("/schema/items/format").asText()).isEqualTo("uri");
    ObjectNode pasted = (ObjectNode) added.json();
    ((ObjectNode) pasted.at("/steps/1/nodes/0/params")).put("urls", "${urls}");
    web.ann().put(path, pasted, "If-Match", added.etag()).expect(200);
    JsonNode renamed =
        web.ann().post(path + "/variables/urls/rename", Map.of("key", "links")).expect(200).json();
    assertThat(renamed.at("/steps/0/nodes/0/params/urls").asText()).isEqualTo("${links}");
    assertThat(renamed.at("/steps/1/nodes/0/params/urls").asText()).isEqualTo("${links}");
    web.ann().post(path + "/publish", "{}").expect(200);

    Map<String, Object> entered =
        Map.of(
            "variables", Map.of("links", urls.subList(0, 2)),
            "params", Map.of("push", Map.of("forceRefresh", true)));
    JsonNode preview = web.ann().post(path + "/preview", entered).expect(200).json();
    String task =
        web.ann()
            .post(
                path + "/tasks",
                Map.of(
                    "variables", entered.get("variables"),
                    "params", entered.get("params"),
                    "start", true))
            .expect(201)
            .json()
            .get("id")
            .asText();
    JsonNode done = web.awaitState(task, "SUCCEEDED");

    assertThat(preview.get("valid").asBoolean()).isTrue();
    assertThat(preview.get("nodes")).hasSize(2);
    for (JsonNode node : preview.get("nodes")) {
      assertThat(node.get("params"))
          .isEqualTo(Web.node(done, node.get("node").asText()).get("params"));
    }
    assertThat(sandbox.pushes()).containsExactly(1, 1, 0);
  }

  @Test
  void previewsTheVeryRequestThatAnAtomThenSends() throws IOException {
    BlockingQueue<byte[]> received = new LinkedBlockingQueue<>();
    try (Outside outside =
        new Outside()
            .on(
                "/",
                exchange -> {
                  received.add(exchange.getRequestBody().readAllBytes());
                  Outside.answer(exchange, 204, "");
                })) {
      Map<String, Object> body =
          Map.of(
              "list", List.of("first", "${items}"),
              "text", "${count} of ${task.process}, $${count}",
              "whole", Map.of("count", "${count}"));
      Map<String, Object> params = Map.of("method", "POST", "url", outside.url("/"), "body", body);
      ObjectNode sending = process("Sending", step("s", node("send", "http", params)));
      sending.set(
          "variables",
          RestClient.JSON.valueToTree(
              List.of(
                  Map.of("key", "items", "type", "LIST", "required", true),
                  Map.of("key", "count", "type", "NUMBER", "default", 7))));
      String id = web.process(sending);
      Map<String, Object> entered = Map.of("items", List.of("a ${count}", "b"));

      JsonNode preview =
          web.ann()
              .post("/processes/" + id + "/preview", Map.of("variables", entered))
              .expect(200)
              .json();
      web.awaitState(web.start(id, entered), "SUCCEEDED");

      JsonNode sent = RestClient.JSON.readTree(received.remove());
      assertThat(sent).isEqualTo(preview.at("/nodes/0/params/body"));
      assertThat(sent.get("text").asText()).isEqualTo("7 of Sending, ${count}");
      assertThat(sent.get("list").get(1).asText()).isEqualTo("a ${count}");
      assertThat(received).isEmpty();
    }
  }

  @Test
  void tellsFaultsOfFormAndMeaningTogether() {
    ObjectNode faulty = process("Faulty", step("a", node("n", "nowhere", Map.of())));

    assertThat(
            pointers(
                web.ann()
                    .post("/businesses/web/processes", faulty.put("colour", "red"))
                    .expect(422)
                    .json()
                    .get("errors")))
        .containsExactlyInAnyOrder("/colour", "/steps/0/nodes/0/atom");
  }

  @Test
  void previewsAnUnsavedProcessWithItsFaults() {
    ObjectNode unsaved =
        process(
            "Unsaved",
            step("a", node("first", "timer", Map.of("duration", "PT0S"))),
            step(
                "b",
                node("second", "timer", Map.of("duration", "${node.first.waited}")),
                node("third", "timer", Map.of("duration", "${nowhere}"))));

    JsonNode preview =
        web.ann().post("/businesses/web/processes/preview", unsaved).expect(200).json();

    assertThat(preview.get("valid").asBoolean()).isFalse();
    assertThat(pointers(preview.get("errors"))).contains("/steps/1/nodes/1/params/duration");
    assertThat(preview.at("/nodes/1/params/duration").asText()).isEqualTo("${node.first.waited}");
    assertThat(preview.at("/nodes/1/open/0/note").asText()).contains("first");
  }
}
