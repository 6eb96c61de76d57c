package org.standardops.services.port;

/** Turns passwords into hashes that can be stored. Slow on purpose. Thread-safe. */
public interface PasswordHashing {

  String hash(char[] password);

  boolean matches(char[] password, String hash);
}
