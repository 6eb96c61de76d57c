package org.standardops.model;

import java.util.Optional;

/**
 * Names a task. Ordered by time of creation, so that a task's rows lie together on disk.
 *
 * @param value positive
 */
public record TaskId(long value) implements Comparable<TaskId> {

  private static final int RADIX = 32;
  private static final int CHANCE_BITS = 22;

  public TaskId {
    if (value <= 0) {
      throw new IllegalArgumentException("A task id is positive.");
    }
  }

  /**
   * A new id.
   *
   * @param epochMillis the engine's clock
   * @param chance any number; its lowest 22 bits keep ids of one millisecond apart
   */
  public static TaskId at(long epochMillis, long chance) {
    return new TaskId(epochMillis << CHANCE_BITS | chance & (1L << CHANCE_BITS) - 1);
  }

  /** The id that {@link #toString} wrote; empty where the text was never one. */
  public static Optional<TaskId> parse(String text) {
    try {
      long value = Long.parseLong(text, RADIX);
      boolean canonical = value > 0 && Long.toString(value, RADIX).equals(text);
      return canonical ? Optional.of(new TaskId(value)) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** One of the fixed 256 units of ownership and order. */
  public int shard() {
    return Math.floorMod(Long.hashCode(value * 0x9E3779B97F4A7C15L), 256);
  }

  @Override
  public int compareTo(TaskId other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Long.toString(value, RADIX);
  }
}
