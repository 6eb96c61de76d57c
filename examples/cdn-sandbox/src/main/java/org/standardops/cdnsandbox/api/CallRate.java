package org.standardops.cdnsandbox.api;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Lets through at most so many calls of one action within any second. */
final class CallRate {
  private final Map<String, Deque<Instant>> calls = new HashMap<>();

  synchronized void admit(String action, int most, Instant now) throws ApiError {
    Deque<Instant> recent = calls.computeIfAbsent(action, name -> new ArrayDeque<>());
    Instant secondAgo = now.minus(Duration.ofSeconds(1));
    while (!recent.isEmpty() && !recent.peekFirst().isAfter(secondAgo)) {
      recent.removeFirst();
    }
    if (recent.size() >= most) {
      throw new ApiError(
          "RequestLimitExceeded",
          "%s may be called %d times a second; wait and call again.".formatted(action, most));
    }
    recent.addLast(now);
  }
}
