package org.standardops.engine.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.standardops.model.ErrorCode;
import org.standardops.model.ProductException;

/**
 * Inputs of all tasks in the order they came, which keeps the order of each. Answers always fit;
 * commands and new tasks only while not too much is waiting.
 */
final class Mailbox {

  /** Some seconds of work: a person who waits longer is better told to come again. */
  private static final int MOST_WAITING = 20_000;

  private final LinkedBlockingQueue<Letter> letters = new LinkedBlockingQueue<>();

  void put(Letter letter) {
    letters.add(letter);
  }

  /**
   * @throws ProductException UNAVAILABLE where too much is waiting
   */
  void putIfRoom(Letter letter) {
    if (letters.size() >= MOST_WAITING) {
      throw new ProductException(
          ErrorCode.UNAVAILABLE, "Too much is waiting for the engine; try again in a moment.");
    }
    letters.add(letter);
  }

  int size() {
    return letters.size();
  }

  /** What gathered, at most so many; waits for the first one, at most so long. */
  List<Letter> drain(int limit, Duration patience) throws InterruptedException {
    List<Letter> drained = new ArrayList<>();
    letters.drainTo(drained, limit);
    if (drained.isEmpty() && !patience.isZero()) {
      Letter first = letters.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
      if (first != null) {
        drained.add(first);
        letters.drainTo(drained, limit - 1);
      }
    }
    return drained;
  }
}
