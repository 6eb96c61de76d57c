package org.standardops.cdnsandbox.network;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.standardops.cdnsandbox.SettableClock;
import org.standardops.cdnsandbox.Settings;

class NetworkTest {
  private static final String URL = "http://cdn.example.test/game/version.json";
  private static final String PATH = "/game/version.json";
  private static final Duration ALL_DONE = Duration.ofSeconds(3);

  private final SettableClock clock = new SettableClock("2026-11-24T04:00:00Z");
  private final Network network = new Network(Settings::defaults, clock);

  @Test
  void edgeKeepsItsCopyWhenTheOriginChanges() {
    edge();
    change("new");

    assertThat(edge()).contains("1.0.2");
  }

  @Test
  void edgePullsAgainWhenItsCopyExpires() {
    edge();
    change("new");
    clock.advance(Duration.ofHours(1));

    assertThat(edge()).isEqualTo("new");
  }

  @Test
  void edgePullsAgainAfterPurge() {
    edge();
    change("new");
    network.submit(TaskKind.PURGE, List.of(URL), "mainland");
    clock.advance(ALL_DONE);

    assertThat(edge()).isEqualTo("new");
  }

  @Test
  void purgeTakesAWhile() {
    edge();
    change("new");
    network.submit(TaskKind.PURGE, List.of(URL), "mainland");

    assertThat(edge()).contains("1.0.2");
  }

  @Test
  void pushLeavesFreshCopyAlone() {
    edge();
    change("new");
    network.submit(TaskKind.PUSH, List.of(URL), "mainland");
    clock.advance(ALL_DONE);

    assertThat(edge()).contains("1.0.2");
  }

  @Test
  void pushWarmsTheEdge() {
    network.submit(TaskKind.PUSH, List.of(URL), "mainland");
    clock.advance(ALL_DONE);
    change("later than the push");

    assertThat(edge()).contains("1.0.2");
    assertThat(network.originRequests()).containsEntry(PATH, 1);
  }

  @Test
  void neverKeepsWhatMustNotBeStored() {
    network.askEdge("cdn.example.test", "/api/never-cached.json");
    network.askEdge("cdn.example.test", "/api/never-cached.json");

    assertThat(network.originRequests()).containsEntry("/api/never-cached.json", 2);
  }

  @Test
  void keepsCopiesOfHostsApart() {
    edge();
    change("new");

    assertThat(text(network.askEdge("localhost", PATH).body())).isEqualTo("new");
  }

  @Test
  void takesUrlsWithCharactersThatNeedEncoding() {
    network.askEdge("localhost", "/game/version.json?%E9%A2%84");
    change("new");
    network.submit(
        TaskKind.PURGE, List.of("http://localhost/game/version.json?\u9884"), "mainland");
    clock.advance(ALL_DONE);

    assertThat(text(network.askEdge("localhost", "/game/version.json?%E9%A2%84").body()))
        .isEqualTo("new");
  }

  @Test
  void edgeRefusesHostsThatAreNoDomain() {
    assertThat(network.askEdge("other.example.test", PATH).status()).isEqualTo(403);
  }

  @Test
  void originKnowsOnlyServerNames() {
    assertThat(network.askOrigin("static.example.test", PATH).status()).isEqualTo(404);
    assertThat(network.askOrigin("origin.example.test", PATH).status()).isEqualTo(200);
    assertThat(network.askEdge("static.example.test", PATH).status()).isEqualTo(200);
  }

  @Test
  void finishesUrlsOneAfterAnother() {
    network.submit(TaskKind.PUSH, List.of(URL, URL + "?b", URL + "?c"), "mainland");
    clock.advance(Duration.ofMillis(1_500));

    assertThat(network.tasks(TaskKind.PUSH))
        .extracting(row -> row.status().code() + " " + row.percent(clock.instant()))
        .containsExactly("done 100", "process 50", "process 0");
  }

  @Test
  void pushOfWhatTheOriginLacksIsInvalid() {
    network.submit(TaskKind.PUSH, List.of("http://localhost/nothing"), "mainland");
    clock.advance(ALL_DONE);

    assertThat(network.tasks(TaskKind.PUSH))
        .extracting(UrlTask::status)
        .containsExactly(UrlTask.Status.INVALID);
  }

  private String edge() {
    return text(network.askEdge("cdn.example.test", PATH).body());
  }

  private void change(String content) {
    network.putOriginFile(PATH, content.getBytes(UTF_8), "application/json", "max-age=60");
  }

  private static String text(byte[] bytes) {
    return new String(bytes, UTF_8);
  }
}
