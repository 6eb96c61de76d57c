package org.standardops.engine.port;

import org.standardops.model.TaskId;

/**
 * One event of a task.
 *
 * @param seq from 1, without gaps
 * @param at microseconds since 1970 by the engine's clock
 * @param kind which event; numbers are never used again
 * @param version of the event's form
 * @param data the event, encoded
 */
public record JournalRow(TaskId task, int seq, long at, short kind, short version, byte[] data) {}
