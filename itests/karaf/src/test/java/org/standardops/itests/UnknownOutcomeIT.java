package org.standardops.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A call that had begun when the server was killed, to an outside that cannot be asked. */
class UnknownOutcomeIT {

  private static final List<String> KEYS = new CopyOnWriteArrayList<>();
  private static final CountDownLatch HELD = new CountDownLatch(1);
  private static final Outside OUTSIDE =
      new Outside()
          .on(
              "/charge",
              exchange -> {
                KEYS.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
                try {
                  HELD.await();
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
                exchange.sendResponseHeaders(200, -1);
              });

  private static Web web;

  @BeforeAll
  static void start() {
    web = Web.on(new ServerProcess(OUTSIDE.download()));
  }

  @AfterAll
  static void stop() {
    HELD.countDown();
    OUTSIDE.close();
    web.server().close();
  }

  @Test
  void postThatWasNotDeclaredIdempotentIsUnknownAfterAKillAndWaitsForAPerson() {
    String id =
        web.start(
            web.processOf(
                "http",
                Map.of(
                    "method", "POST", "url", OUTSIDE.url("/charge"), "body", Map.of("amount", 1))),
            Map.of());
    await().atMost(Duration.ofSeconds(30)).until(() -> KEYS.size() == 1);

    web.server().kill();
    web.server().start();

    JsonNode node = web.awaitNode(id, "n", "UNKNOWN");
    assertThat(node.get("allowed"))
        .extracting(JsonNode::asText)
        .contains("RESOLVE", "RETRY", "SKIP");
    assertThat(KEYS).hasSize(1);

    Map<String, Object> resolution =
        Map.of("outcome", "SUCCEEDED", "comment", "The customer's account shows it.");
    web.ann().post("/tasks/" + id + "/nodes/n/resolve", resolution).expect(200);
    web.awaitState(id, "SUCCEEDED");
  }
}
