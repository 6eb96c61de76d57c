package org.standardops.examples.walk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** 4.2: suspend, resume, terminate; a failed atom skipped, or tried again with other parameters. */
record TaskExecution(Walker walker, Cast cast, Urls urls, String process) {

  void walk() {
    walker.chapter("4.2  Task execution");
    suspendAndResume();
    terminate();
    retryWithModifiedParameters();
    skip();
  }

  private void suspendAndResume() {
    Client ann = cast.asAnn();
    String task = Walker.start(ann, process, urls.good());
    ann.post("/tasks/" + task + "/suspend").expect(200);
    walker.await(ann, task, "SUSPENDED");
    ann.post("/tasks/" + task + "/resume").expect(200);
    walker.await(ann, task, "SUCCEEDED");
    walker.require(true, "a task is suspended and resumed");
  }

  private void terminate() {
    Client ann = cast.asAnn();
    String task = Walker.start(ann, process, urls.good());
    ann.post("/tasks/" + task + "/terminate").expect(200);
    walker.await(ann, task, "TERMINATED");
    walker.require(true, "a task is forcibly terminated");
  }

  private void retryWithModifiedParameters() {
    Client ann = cast.asAnn();
    String task = Walker.start(ann, process, urls.bad());
    JsonNode failed = walker.await(ann, task, "FAILED");
    walker.tell("  %s", Walker.node(failed, "push").at("/error/message").asText());
    walker.requireSoon(
        () -> isTold(task), "the person whom the process names is told of the failure by e-mail");
    ann.post(
            "/tasks/" + task + "/nodes/push/retry",
            Map.of(
                "attempt",
                Walker.node(failed, "push").get("attempt").asInt(),
                "variables",
                Map.of("urls", urls.good())))
        .expect(200);
    JsonNode done = walker.await(ann, task, "SUCCEEDED");
    walker.require(
        Walker.node(done, "push").get("attempt").asInt() == 2,
        "after its parameters were modified, a failed atom is executed again");
  }

  /** Sent, or on its way where the server has no mail server. */
  private boolean isTold(String task) {
    JsonNode told =
        cast.asAnn()
            .get("/notifications/deliveries?business=" + cast.business() + "&task=" + task)
            .expect(200)
            .json()
            .at("/items/0");
    return told.path("person").asText().equals(cast.ann())
        && told.path("channel").asText().equals("email")
        && told.path("reason").asText().equals("FAILED");
  }

  private void skip() {
    Client ann = cast.asAnn();
    String task = Walker.start(ann, process, urls.bad());
    JsonNode now = walker.await(ann, task, "FAILED");
    while (now.get("state").asText().equals("FAILED")) {
      String failed = failedNode(now);
      ann.post("/tasks/" + task + "/nodes/" + failed + "/skip", Map.of("comment", "by hand"))
          .expect(200);
      now = walker.await(ann, task, "SUCCEEDED", "FAILED");
    }
    walker.require(
        Walker.node(now, "push").get("state").asText().equals("SKIPPED"),
        "a failed atom is skipped, and the task goes on");
  }

  private static String failedNode(JsonNode task) {
    for (String id : new String[] {"push", "compare"}) {
      if (Walker.node(task, id).get("state").asText().equals("FAILED")) {
        return id;
      }
    }
    throw new Stumble("The task has FAILED, and no node of it: " + task);
  }
}
