package org.standardops.services.port;

import java.time.Instant;
import java.util.Optional;

/**
 * Remembers, for 24 hours, what a caller's Idempotency-Key was used for. Each call is one
 * transaction. Thread-safe.
 */
public interface IdempotencyStore {

  /**
   * Reserves the key, or answers what it was used for.
   *
   * @param reserve stored where the key is free (or older than 24 hours)
   * @return empty: reserved now
   */
  Optional<Entry> reserve(Entry reserve);

  /** Keeps the answer, to be given again. */
  void answer(String caller, String key, Answer answer);

  /** Forgets the key: the request was refused, and a mended one may use it again. */
  void release(String caller, String key);

  /**
   * What a key was used for.
   *
   * @param bodyHash SHA-256, hex, of method, path and body
   * @param resourceId the id that the thing made gets, so that a request broken off by a crash can
   *     be taken up again
   * @param answer empty: still in work, or broken off
   */
  record Entry(
      String caller,
      String key,
      String bodyHash,
      String resourceId,
      Instant at,
      Optional<Answer> answer) {}

  /** The answer as it was given. */
  record Answer(int status, String location, String etag, byte[] body) {}
}
