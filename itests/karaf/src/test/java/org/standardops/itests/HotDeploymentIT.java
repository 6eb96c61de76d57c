package org.standardops.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A new version of an atom comes while a task waits on the old one. */
class HotDeploymentIT {

  private static Web web;

  @BeforeAll
  static void start() {
    web = Web.on(new ServerProcess(Download.shared()));
  }

  @AfterAll
  static void stop() {
    web.server().close();
  }

  @Test
  void runningTaskKeepsItsVersionNewOnesGetTheNewAndNoOtherBundleNotices() throws IOException {
    Path events = Download.freshFolder("probe").resolve("events");
    web.server().shell("bundle:install -s file:" + Jars.probe(events)).expectSuccess();
    await("the probe").until(() -> Files.exists(events));
    String process = web.exampleProcess("timer.json");
    String waiting = web.start(process, Map.of("pause", "PT20S"));
    web.awaitNode(waiting, "timer", "WAITING");

    Path newer = Jars.withVersion(shippedTimer(), "1.1.0");
    web.server().shell("standardops:bundle-install " + newer).expectSuccess();
    JsonNode record =
        web.admin().get("/audit?what=INSTALL_BUNDLE").expect(200).json().at("/items/0");
    assertThat(record.get("who").asText()).isEqualTo("standardops");
    assertThat(record.get("address").asText()).isEqualTo("shell");
    assertThat(record.get("resource").asText())
        .isEqualTo("/bundles/org.standardops.atom.timer:1.1.0");

    assertThat(timerVersions()).containsExactlyInAnyOrder("1.0.0", "1.1.0");
    String later = web.start(process, Map.of("pause", "PT0S"));
    assertThat(versionIn(web.awaitState(later, "SUCCEEDED"))).isEqualTo("1.1.0");
    assertThat(versionIn(web.awaitState(waiting, "SUCCEEDED"))).isEqualTo("1.0.0");
    assertThat(Files.readAllLines(events))
        .filteredOn(line -> !line.startsWith("org.standardops.itests.probe "))
        .isNotEmpty()
        .allMatch(
            line ->
                line.equals("listening") || line.startsWith("org.standardops.atom.timer 1.1.0 "));

    web.server().kill();
    web.server().start();

    await("both versions")
        .untilAsserted(
            () -> assertThat(timerVersions()).containsExactlyInAnyOrder("1.0.0", "1.1.0"));
  }

  private static Path shippedTimer() throws IOException {
    try (Stream<Path> atoms = Files.list(Download.shared().folder().resolve("atoms"))) {
      return atoms
          .filter(jar -> jar.getFileName().toString().startsWith("atom-timer"))
          .findFirst()
          .orElseThrow();
    }
  }

  private static List<String> timerVersions() {
    List<String> versions = new ArrayList<>();
    for (JsonNode atom : web.ann().get("/atoms").expect(200).json().get("items")) {
      if (atom.get("code").asText().equals("timer")) {
        versions.add(atom.get("version").asText());
      }
    }
    return versions;
  }

  private static String versionIn(JsonNode task) {
    return Web.node(task, "timer").get("atom").get("version").asText();
  }
}
