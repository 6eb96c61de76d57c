package org.standardops.itests;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A server with the business {@code web}, whose admin ann runs processes on it. */
final class Web {

  static final String ADMIN_PASSWORD = "correct horse battery";
  static final String PASSWORD = "staple of the stable";

  private final ServerProcess server;

  private Web(ServerProcess server) {
    this.server = server;
  }

  /** Starts the server on its empty data folder and makes the business. */
  static Web on(ServerProcess server) {
    server.with("STANDARDOPS_ADMIN_PASSWORD", ADMIN_PASSWORD).start();
    Web web = new Web(server);
    web.person("ann");
    web.admin().post("/businesses", Map.of("id", "web", "name", "Web")).expect(201);
    web.admin().put("/businesses/web/admins", Map.of("admins", List.of("ann"))).expect(200);
    return web;
  }

  ServerProcess server() {
    return server;
  }

  void person(String name) {
    admin()
        .post("/people", Map.of("name", name, "displayName", name, "password", PASSWORD))
        .expect(201);
  }

  /** Makes a person who is related to the business {@code web}, and authorises it as follower. */
  void follower(String name, String process, String... may) {
    person(name);
    admin().put("/businesses/web/people/" + name, Map.of()).expect(200);
    Map<String, Object> rights =
        Map.of("rights", List.of(Map.of("process", process, "may", List.of(may))));
    ann().put("/businesses/web/followers/" + name, rights).expect(200);
  }

  RestClient admin() {
    return new RestClient(server, "admin", ADMIN_PASSWORD);
  }

  RestClient ann() {
    return as("ann");
  }

  RestClient as(String name) {
    return new RestClient(server, name, PASSWORD);
  }

  /** Saves a process of the examples, and answers its id. */
  String exampleProcess(String file) {
    try {
      JsonNode definition =
          RestClient.JSON.readTree(
              Path.of(System.getProperty("standardops.examples"), file).toFile());
      return process(definition);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String process(Object definition) {
    return ann()
        .post("/businesses/web/processes", definition)
        .expect(201)
        .json()
        .get("id")
        .asText();
  }

  /** A process of one step with one node {@code n} in it. */
  String processOf(String atom, Map<String, ?> params) {
    return process(
        Map.of(
            "name", "One node",
            "type", "OTHER",
            "steps",
                List.of(
                    Map.of(
                        "id",
                        "s",
                        "name",
                        "Step",
                        "nodes",
                        List.of(
                            Map.of("id", "n", "name", "Node", "atom", atom, "params", params))))));
  }

  /** Makes a task and starts it, and answers its id. */
  String start(String process, Map<String, ?> variables) {
    Map<String, Object> input = Map.of("variables", variables, "start", true);
    return ann()
        .post("/processes/" + process + "/tasks", input)
        .expect(201)
        .json()
        .get("id")
        .asText();
  }

  /** Sets a channel of notifications up and switches it on. */
  void setUpChannel(String channel, Map<String, ?> settings) {
    String path = "/notifications/channels/" + channel;
    String etag =
        await("the bundle of " + channel)
            .atMost(Duration.ofSeconds(40))
            .until(
                () -> admin().get(path).expect(200),
                answer -> answer.json().get("installed").asBoolean())
            .etag();
    admin().put(path, Map.of("enabled", true, "settings", settings), "If-Match", etag).expect(200);
  }

  JsonNode task(String id) {
    return ann().get("/tasks/" + id).expect(200).json();
  }

  JsonNode awaitState(String task, String state) {
    return await("task " + state)
        .atMost(Duration.ofSeconds(90))
        .pollInterval(Duration.ofMillis(200))
        .until(() -> task(task), now -> now.get("state").asText().equals(state));
  }

  JsonNode awaitNode(String task, String node, String state) {
    return await("node " + node + " " + state)
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> node(task(task), node), now -> now.get("state").asText().equals(state));
  }

  static JsonNode node(JsonNode task, String id) {
    for (JsonNode step : task.get("steps")) {
      for (JsonNode node : step.get("nodes")) {
        if (node.get("id").asText().equals(id)) {
          return node;
        }
      }
    }
    throw new AssertionError("No node " + id + " in " + task);
  }
}
