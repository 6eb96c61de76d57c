package org.standardops.services.port;

import java.time.Instant;

/**
 * A session of the console.
 *
 * @param secretHash all that is kept of what its cookie says
 * @param seenAt last use, to the minute
 */
public record Session(String secretHash, String account, Instant begunAt, Instant seenAt) {}
