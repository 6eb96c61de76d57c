package org.standardops.itests;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tasks that wait at a gate until a test opens it, on a server whose gate bundles come and go. */
final class Gates {

  private static final String JAVA_ARCHIVE = "application/java-archive";

  private final Web web;
  private final Path folder = Download.freshFolder("gates");
  private Optional<String> process = Optional.empty();
  private int number;

  Gates(Web web) {
    this.web = web;
  }

  /** A task that waits at its own gate. */
  record Waiting(String task, Path gate) {

    void open() {
      try {
        Files.createFile(gate);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  RestClient.Answer install(byte[] jar) {
    return web.admin().postBytes("/bundles", JAVA_ARCHIVE, jar);
  }

  RestClient.Answer install(String version) {
    return install(new GateJar(version).bytes());
  }

  RestClient.Answer bundle(String version) {
    return web.admin().get("/bundles/" + GateJar.id(version));
  }

  RestClient.Answer remove(String version) {
    return web.admin().delete("/bundles/" + GateJar.id(version));
  }

  /** Some version must be active. */
  Waiting start() {
    if (process.isEmpty()) {
      process = Optional.of(process());
    }
    Path gate = folder.resolve("gate" + ++number);
    return new Waiting(web.start(process.get(), Map.of("gate", gate.toString())), gate);
  }

  private String process() {
    return web.process(definition());
  }

  /** A process of one node that waits at the gate of its variable. */
  Map<String, Object> definition() {
    return Map.of(
        "name",
        "Gate",
        "type",
        "OTHER",
        "variables",
        List.of(
            Map.of(
                "key",
                "gate",
                "name",
                "Gate",
                "type",
                "TEXT",
                "required",
                true,
                "shown",
                true,
                "schema",
                Map.of("type", "string"))),
        "steps",
        List.of(
            Map.of(
                "id",
                "s",
                "name",
                "Step",
                "nodes",
                List.of(
                    Map.of(
                        "id", "n",
                        "name", "Gate",
                        "atom", "gate",
                        "params", Map.of("file", "${gate}"))))));
  }

  static String version(JsonNode task) {
    return Web.node(task, "n").get("atom").get("version").asText();
  }

  /** The version of the code that really ran. */
  static String built(JsonNode task) {
    return Web.node(task, "n").get("outputs").get("built").asText();
  }
}
