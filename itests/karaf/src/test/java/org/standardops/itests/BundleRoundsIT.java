package org.standardops.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Bundles come, are overtaken by a newer version, and go, always with tasks in flight. */
class BundleRoundsIT {

  private static final int WARM_UP = 3;
  private static final int ROUNDS = 50;

  /** What pools and HTTP threads vary by; far less than one for each round. */
  private static final int THREADS_OF_POOLS = 15;

  private static Web web;
  private static Gates gates;
  private static Path events;

  @BeforeAll
  static void start() {
    web = Web.on(new ServerProcess(Download.shared()));
    gates = new Gates(web);
    events = Download.freshFolder("probe").resolve("events");
    web.server().shell("bundle:install -s file:" + Jars.probe(events)).expectSuccess();
    await("the probe").until(() -> Files.exists(events));
  }

  @AfterAll
  static void stop() {
    web.server().close();
  }

  @Test
  void fiftyRoundsFailNoTaskChangeNoVersionAndLeaveNothing() throws IOException {
    for (int round = 0; round < WARM_UP; round++) {
      round(round);
    }
    awaitNothingLeft();
    JvmFigures before = JvmFigures.of(web.server());
    long begun = System.nanoTime();

    for (int round = WARM_UP; round < WARM_UP + ROUNDS; round++) {
      round(round);
    }
    awaitNothingLeft();

    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    await("no class loader and no thread more than before")
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(
            () -> {
              JvmFigures after = JvmFigures.of(web.server());
              System.out.printf(
                  "%d rounds in %d s (%d ms each). Before: %s. After: %s.%n",
                  ROUNDS, took.toSeconds(), took.toMillis() / ROUNDS, before, after);
              assertThat(after.bundleClassLoaders()).isEqualTo(before.bundleClassLoaders());
              assertThat(after.gateAtoms()).isZero();
              assertThat(after.threads()).isLessThan(before.threads() + THREADS_OF_POOLS);
            });
    assertThat(eventsOfOthers()).isEmpty();
  }

  /** Two tasks, each on the version that was the newest when it began, whatever became of that. */
  private static void round(int round) {
    String old = "1." + 2 * round + ".0";
    String newer = "1." + (2 * round + 1) + ".0";
    gates.install(old).expect(201);
    Gates.Waiting first = gates.start();
    gates.install(newer).expect(201);
    Gates.Waiting second = gates.start();

    JsonNode draining = gates.remove(old).expect(202).json();
    assertThat(draining.at("/tasks/count").asInt()).isEqualTo(1);
    assertThat(draining.at("/tasks/first/0/id").asText()).isEqualTo(first.task());
    gates.remove(newer).expect(202);

    first.open();
    second.open();
    assertRanOn(first, old);
    assertRanOn(second, newer);
  }

  private static void assertRanOn(Gates.Waiting waiting, String version) {
    JsonNode task =
        await("the end of " + waiting.task())
            .atMost(Duration.ofSeconds(20))
            .pollInterval(Duration.ofMillis(50))
            .until(() -> web.task(waiting.task()), now -> !now.get("endedAt").isNull());
    assertThat(task.get("state").asText()).as(task.toString()).isEqualTo("SUCCEEDED");
    assertThat(Gates.version(task)).isEqualTo(version);
    assertThat(Gates.built(task)).isEqualTo(version);
  }

  /** All drain by themselves. */
  private static void awaitNothingLeft() {
    await("the end of all that drain")
        .atMost(Duration.ofSeconds(20))
        .until(() -> gateBundles().isEmpty());
  }

  private static List<String> gateBundles() {
    List<String> ids = new ArrayList<>();
    for (JsonNode bundle : web.admin().get("/bundles?limit=200").expect(200).json().get("items")) {
      if (bundle.get("symbolicName").asText().equals(GateJar.NAME)) {
        ids.add(bundle.get("id").asText());
      }
    }
    return ids;
  }

  private static List<String> eventsOfOthers() throws IOException {
    List<String> all = Files.readAllLines(events);
    assertThat(all).hasSizeGreaterThan(ROUNDS * 2);
    return all.stream()
        .filter(line -> !line.equals("listening"))
        .filter(line -> !line.startsWith("org.standardops.itests.probe "))
        .filter(line -> !line.startsWith(GateJar.NAME + " "))
        .toList();
  }
}
