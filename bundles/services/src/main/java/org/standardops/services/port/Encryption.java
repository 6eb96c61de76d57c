package org.standardops.services.port;

/**
 * Seals what must not be readable in the database. The key lies outside of it, in the data folder.
 * Each call may throw {@link java.io.UncheckedIOException} where the key cannot be read or written.
 * Thread-safe.
 */
public interface Encryption {

  /** Equal texts give different results. */
  byte[] encrypt(byte[] plain);

  /**
   * The bytes that were sealed.
   *
   * @throws IllegalArgumentException where they were changed, or sealed with another key; the
   *     message says which, and nothing of the content
   */
  byte[] decrypt(byte[] sealed);
}
