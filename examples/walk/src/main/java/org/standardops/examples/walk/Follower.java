package org.standardops.examples.walk;

import java.util.List;
import java.util.Map;

/** 2.3: a follower does the basic work, and nothing beyond. */
record Follower(Walker walker, Cast cast, Urls urls, String process) {

  void walk() {
    walker.chapter("2.3  A business follower");
    Client fay = cast.asFay();
    authorise("VIEW");
    fay.get("/processes/" + process).expect(200);
    String tasks = "/processes/" + process + "/tasks";
    Map<String, Object> input = Map.of("variables", Map.of("urls", urls.good()), "start", true);
    walker.require(fay.post(tasks, input).status() == 403, "who may only VIEW creates no task");

    authorise("CREATE_TASK", "OPERATE");
    walker.await(fay, fay.post(tasks, input).expect(201).id(), "SUCCEEDED");
    walker.require(true, "a follower who was authorised creates a task and operates it");

    Client.Answer refused =
        fay.post(
            tasks,
            Map.of(
                "variables",
                Map.of("urls", urls.good()),
                "params",
                Map.of("push", Map.of("forceRefresh", false))));
    walker.require(
        refused.status() == 403
            && refused.json().at("/errors/0/pointer").asText().equals("/params/push/forceRefresh"),
        "a follower changes no parameter, and is told which");
    walker.require(
        fay.post(
                    "/businesses/" + cast.business() + "/processes",
                    Map.of("name", "x", "type", "OTHER", "steps", List.of()))
                .status()
            == 403,
        "a follower makes no process");
  }

  private void authorise(String... rights) {
    cast.asAnn()
        .put(
            "/businesses/" + cast.business() + "/followers/" + cast.fay(),
            Map.of("rights", List.of(Map.of("process", process, "may", List.of(rights)))))
        .expect(200);
    walker.tell("%s may %s", cast.fay(), List.of(rights));
  }
}
