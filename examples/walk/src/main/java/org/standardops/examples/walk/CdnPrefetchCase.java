package org.standardops.examples.walk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** Case 5.1 as its user walks through it, with nothing but what the user fills in. */
record CdnPrefetchCase(Walker walker, Cast cast, Urls urls) {

  private static final String EXECUTION = "OPERATION_EXECUTION";

  /** The id of the process. */
  String walk() {
    String process = newProcess();
    createTask(process);
    return process;
  }

  private String newProcess() {
    walker.chapter("5.1.1 - 5.1.3  New process");
    Client ann = cast.asAnn();
    String process =
        ann.post("/businesses/" + cast.business() + "/processes", definition()).expect(201).id();
    JsonNode draft =
        ann.post(
                "/processes/" + process + "/add-as-variable",
                Map.of("node", "push", "pointer", "/urls"))
            .expect(200)
            .json();
    String key = draft.at("/variables/0/key").asText();
    walker.require(
        draft.at("/steps/0/nodes/0/params/urls").asText().equals("${" + key + "}"),
        "Add as a Variable puts ${" + key + "} in the place of the parameter");
    paste(process, "${" + key + "}");
    ann.post("/processes/" + process + "/publish").expect(200);
    JsonNode published = ann.get("/processes/" + process).expect(200).json();
    walker.tell(
        "Process %s published, revision %d",
        published.get("name").asText(), published.get("revision").asInt());
    walker.require(
        published.at("/steps/1/nodes/0/params/urls").asText().equals("${" + key + "}"),
        "the KEY is pasted into the URL of the consistency verification");
    return process;
  }

  private Map<String, Object> definition() {
    return Map.of(
        "name",
        "CDN Prefetch",
        "type",
        "PUBLISHING",
        "notify",
        Map.of(
            "on",
            List.of("SUCCESS", "FAILURE"),
            "by",
            List.of("EMAIL"),
            "people",
            List.of(cast.ann())),
        "draft",
        true,
        "steps",
        List.of(
            step("prefetch", node("push", "tencent-cdn-prefetch", Map.of("forceRefresh", true))),
            step("verify", node("compare", "cdn-consistency", Map.of()))));
  }

  private static Map<String, Object> step(String id, Map<String, Object> node) {
    return Map.of("id", id, "nodes", List.of(node));
  }

  private static Map<String, Object> node(String id, String atom, Map<String, Object> params) {
    return Map.of("id", id, "atom", atom, "timing", EXECUTION, "params", params);
  }

  private void paste(String process, String reference) {
    String draft = "/processes/" + process + "?draft=true";
    Client.Answer before = cast.asAnn().get(draft).expect(200);
    ObjectNode changed = before.json().deepCopy();
    ((ObjectNode) changed.at("/steps/1/nodes/0/params")).put("urls", reference);
    changed.put("draft", true);
    cast.asAnn().put("/processes/" + process, changed, before.etag()).expect(200);
  }

  private void createTask(String process) {
    walker.chapter("5.1.4 - 5.1.7  Create task");
    Client ann = cast.asAnn();
    String task =
        ann.post(
                "/processes/" + process + "/tasks",
                Map.of("variables", Map.of("urls", urls.good())))
            .expect(201)
            .id();
    walker.require(
        ann.get("/tasks/" + task).expect(200).json().at("/nodes").size() == 2,
        "all steps are selected by default");
    ann.post("/tasks/" + task + "/start").expect(200);
    JsonNode done = walker.await(ann, task, "SUCCEEDED", "FAILED");
    walker.require(
        Walker.node(done, "push").at("/outputs/done").asInt() == urls.good().size(),
        "every URL is prefetched");
    boolean consistent = true;
    for (JsonNode line : Walker.node(done, "compare").at("/outputs/report")) {
      consistent &= line.get("consistent").asBoolean();
    }
    walker.require(
        done.get("state").asText().equals("SUCCEEDED") && consistent,
        "edge and origin are consistent");
  }
}
