package org.standardops.examples.walk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** 4.3: a succeeded task becomes a light app, which somebody without any role runs. */
record LightApp(Walker walker, Cast cast, Urls urls, String process) {

  void walk() {
    walker.chapter("4.3  New light app");
    String app = make();
    walker.require(
        cast.asEve().get("/desktop").expect(200).json().at("/items/0/id").asText().equals(app),
        "it is on the desktop of its people");
    run(app);
    oneAtATime(app);
    remove(app);
  }

  private String make() {
    Client ann = cast.asAnn();
    String task = Walker.start(ann, process, urls.good());
    walker.await(ann, task, "SUCCEEDED");
    String app =
        ann.post(
                "/tasks/" + task + "/light-app",
                Map.of(
                    "name",
                    "Prefetch",
                    "description",
                    "Brings new files to the edge",
                    "icon",
                    "rocket",
                    "inputs",
                    List.of(Map.of("key", "urls", "label", "Addresses")),
                    "people",
                    List.of(cast.eve()),
                    "may",
                    List.of("TERMINATE")))
            .expect(201)
            .id();
    walker.tell("Light app Prefetch for %s", cast.eve());
    return app;
  }

  private void run(String app) {
    Client eve = cast.asEve();
    walker.require(
        eve.get("/processes/" + process).status() == 404, "its user sees nothing of the process");
    String run = start(app, urls.good()).expect(201).id();
    JsonNode done = walker.await(eve, run, "SUCCEEDED");
    walker.tell("  %s", done.get("words").asText());
    walker.require(
        !done.toString().contains("params") && !done.toString().contains("\"urls\""),
        "Enter Parameters, Run: no KEYs, no parameters");

    String failing = start(app, urls.bad()).expect(201).id();
    JsonNode failed = walker.await(eve, failing, "FAILED");
    walker.tell("  %s", failed.get("words").asText());
    walker.require(
        failed.get("words").asText().contains(cast.ann()), "a failure says who can help");
    walker.require(
        eve.post("/tasks/" + failing + "/nodes/push/skip").status() == 404,
        "its user skips nothing");
    eve.post("/tasks/" + failing + "/terminate").expect(200);
    walker.await(eve, failing, "TERMINATED");
  }

  private void oneAtATime(String app) {
    String first = start(app, urls.good()).expect(201).id();
    Client.Answer second = start(app, urls.good());
    walker.tell("  %s", second.json().path("detail").asText());
    walker.require(
        second.status() == 409 && second.json().get("detail").asText().contains(cast.eve()),
        "a second run is told who runs it since when");
    walker.await(cast.asEve(), first, "SUCCEEDED");
  }

  private void remove(String app) {
    cast.asAnn().put("/light-apps/" + app + "/people", Map.of("people", List.of())).expect(200);
    walker.require(
        start(app, urls.good()).status() == 404, "who is removed from its people loses it at once");
  }

  private Client.Answer start(String app, List<String> addresses) {
    return cast.asEve()
        .post("/light-apps/" + app + "/runs", Map.of("variables", Map.of("urls", addresses)));
  }
}
