package org.standardops.examples.walk;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Tells what happens, holds it against what is promised, and waits for tasks. */
final class Walker {

  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final long PAUSE_MILLIS = 200;

  private final Instant begin = Instant.now();

  void chapter(String title) {
    System.out.println();
    System.out.println(title);
  }

  void tell(String format, Object... arguments) {
    double seconds = Duration.between(begin, Instant.now()).toMillis() / 1000.0;
    System.out.printf(Locale.ROOT, "%7.1f s  %s%n", seconds, String.format(format, arguments));
  }

  void require(boolean held, String promise) {
    if (!held) {
      throw new Stumble("This does not hold: " + promise);
    }
    tell("  holds: %s", promise);
  }

  /** The task as soon as it is in one of these states. */
  JsonNode await(Client client, String task, String... states) {
    Instant end = Instant.now().plus(PATIENCE);
    JsonNode now = client.get("/tasks/" + task).expect(200).json();
    while (!Set.of(states).contains(now.get("state").asText())) {
      if (Instant.now().isAfter(end)) {
        throw new Stumble("The task did not become " + List.of(states) + ": " + now);
      }
      pause();
      now = client.get("/tasks/" + task).expect(200).json();
    }
    tell("  task %s: %s", now.get("name").asText(), now.get("state").asText());
    return now;
  }

  /** Holds a promise that takes its time against what there is in the end. */
  void requireSoon(BooleanSupplier held, String promise) {
    Instant end = Instant.now().plus(PATIENCE);
    while (!held.getAsBoolean() && Instant.now().isBefore(end)) {
      pause();
    }
    require(held.getAsBoolean(), promise);
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Stumble("Interrupted.");
    }
  }

  /** Makes a task of these URLs and starts it. */
  static String start(Client client, String process, List<String> urls) {
    return client
        .post(
            "/processes/" + process + "/tasks",
            Map.of("variables", Map.of("urls", urls), "start", true))
        .expect(201)
        .id();
  }

  static JsonNode node(JsonNode task, String id) {
    for (JsonNode step : task.get("steps")) {
      for (JsonNode node : step.get("nodes")) {
        if (node.get("id").asText().equals(id)) {
          return node;
        }
      }
    }
    throw new Stumble("The task has no node " + id + ": " + task);
  }
}
