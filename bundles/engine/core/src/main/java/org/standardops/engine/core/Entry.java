package org.standardops.engine.core;

import java.time.Instant;
import java.util.List;

/**
 * One journal row: what one decision made happen.
 *
 * @param seq from 1, without gaps
 * @param at by the engine's clock, whole microseconds
 * @param events in order, at least one
 */
public record Entry(int seq, Instant at, List<Event> events) {
  public Entry {
    events = List.copyOf(events);
  }
}
