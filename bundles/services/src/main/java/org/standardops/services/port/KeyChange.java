package org.standardops.services.port;

/**
 * Another key for {@link Encryption}, step by step, so that it can be broken off at any place and
 * gone on with: until the end, what the old key sealed can still be opened. Each call may throw
 * {@link java.io.UncheckedIOException} where a key cannot be read or written. Thread-safe.
 */
public interface KeyChange {

  /** Makes a new key; all is sealed with it from now on. Goes on with a change that was begun. */
  void begin();

  /** True where these bytes are sealed with the key of now. */
  boolean isCurrent(byte[] sealed);

  /** Forgets the old key. Only once nothing is left that it sealed. */
  void end();
}
