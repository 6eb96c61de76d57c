package org.standardops.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What was decided of bundles holds, however the server ends; also in the middle of a change. */
class BundleRestartIT {

  private static Web web;
  private static Gates gates;

  @BeforeAll
  static void start() {
    web = Web.on(new ServerProcess(Download.shared()));
    gates = new Gates(web);
  }

  @AfterAll
  static void stop() {
    web.server().close();
  }

  @Test
  void holdsOverPowerCutsInTheMiddleOfInstallationsAndRemovals() throws InterruptedException {
    String shipped = shippedTimer();
    web.admin().delete("/bundles/" + shipped).expect(204);
    gates.install("1.0.0").expect(201);
    Gates.Waiting onOld = gates.start();
    gates.install("1.1.0").expect(201);
    web.admin().post("/bundles/" + GateJar.id("1.1.0") + "/retire", "").expect(200);
    gates.remove("1.0.0").expect(202);

    List<String> versions =
        IntStream.range(0, 1000).mapToObj(number -> "2." + number + ".0").toList();
    Set<String> installed = killDuring(versions, 20, version -> gates.install(version).expect(201));
    restart();

    Map<String, String> states = states();
    assertThat(states).containsKeys(installed.toArray(String[]::new));
    assertThat(states).containsEntry("1.0.0", "DRAINING").containsEntry("1.1.0", "RETIRED");
    assertThat(states.keySet()).isEqualTo(atoms());
    assertThat(ids()).doesNotContain(shipped);

    Set<String> removed =
        killDuring(List.copyOf(installed), 5, version -> gates.remove(version).expect(204));
    assertThat(removed).hasSizeLessThan(installed.size());
    restart();

    assertThat(states().keySet()).doesNotContainAnyElementsOf(removed);
    assertThat(states().keySet()).isEqualTo(atoms()).contains("1.0.0", "1.1.0");
    assertThat(ids()).doesNotContain(shipped);
    onOld.open();
    assertThat(Gates.built(web.awaitState(onOld.task(), "SUCCEEDED"))).isEqualTo("1.0.0");
    await("the end of what drained").until(() -> gates.bundle("1.0.0").status() == 404);
    System.out.printf(
        "Killed after %d installations and after %d removals; all of them held.%n",
        installed.size(), removed.size());
  }

  private interface Change {
    void make(String version);
  }

  /**
   * Changes one version after another, and kills the server meanwhile.
   *
   * @return those whose change was answered
   */
  private static Set<String> killDuring(List<String> versions, int after, Change change)
      throws InterruptedException {
    Set<String> done = new ConcurrentSkipListSet<>();
    Thread changes =
        new Thread(
            () -> {
              try {
                for (String version : versions) {
                  change.make(version);
                  done.add(version);
                }
              } catch (UncheckedIOException e) {
                return; // the server is gone: what was under way may hold or not
              }
            });
    changes.start();
    await("some changes")
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(5))
        .until(() -> done.size() >= after);
    web.server().kill();
    changes.join();
    return done;
  }

  private static void restart() {
    web.server().start();
  }

  private static Map<String, String> states() {
    Map<String, String> states = new TreeMap<>();
    for (JsonNode bundle : bundles()) {
      if (bundle.get("symbolicName").asText().equals(GateJar.NAME)) {
        assertThat(bundle.get("problem").isNull()).as(bundle.toString()).isTrue();
        states.put(bundle.get("version").asText(), bundle.get("state").asText());
      }
    }
    return states;
  }

  private static Set<String> ids() {
    Set<String> ids = new TreeSet<>();
    bundles().forEach(bundle -> ids.add(bundle.get("id").asText()));
    return ids;
  }

  private static JsonNode bundles() {
    return web.admin().get("/bundles?limit=200").expect(200).json().get("items");
  }

  private static String shippedTimer() {
    return ids().stream()
        .filter(id -> id.startsWith("org.standardops.atom.timer:"))
        .findFirst()
        .orElseThrow();
  }

  /** Versions in the library. */
  private static Set<String> atoms() {
    Set<String> versions = new TreeSet<>();
    for (JsonNode atom : web.ann().get("/atoms?limit=200").expect(200).json().get("items")) {
      if (atom.get("code").asText().equals("gate")) {
        versions.add(atom.get("version").asText());
      }
    }
    return versions;
  }
}
