package org.standardops.security.internal;

import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.standardops.services.port.Account;

/**
 * Passwords that were right a short while ago, so that the slow hash is not paid at every call.
 * Kept is only a digest under a key that dies with the process. It covers the account's version and
 * hash: any change of the account makes it worthless at once. Thread-safe.
 */
final class RememberedPasswords {

  static final Duration KEPT = Duration.ofSeconds(60);

  private static final String ALGORITHM = "HmacSHA256";
  private static final int MOST = 10_000;

  private record Entry(byte[] digest, Instant until) {}

  private final InstantSource clock;
  private final SecretKeySpec key;
  private final Map<String, Entry> entries = new LeastRecent<>(MOST);

  RememberedPasswords(InstantSource clock) {
    this.clock = clock;
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    this.key = new SecretKeySpec(bytes, ALGORITHM);
  }

  void remember(Account account, char[] password) {
    Entry entry = new Entry(digest(account, password), clock.instant().plus(KEPT));
    synchronized (entries) {
      entries.put(account.name(), entry);
    }
  }

  boolean isRemembered(Account account, char[] password) {
    Entry entry;
    synchronized (entries) {
      entry = entries.get(account.name());
    }
    return entry != null
        && clock.instant().isBefore(entry.until())
        && MessageDigest.isEqual(entry.digest(), digest(account, password));
  }

  private byte[] digest(Account account, char[] password) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      String subject = account.name() + "\n" + account.version() + "\n" + account.passwordHash();
      mac.update((subject + "\n").getBytes(StandardCharsets.UTF_8));
      mac.update(StandardCharsets.UTF_8.encode(CharBuffer.wrap(password)));
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java runtime has " + ALGORITHM + ".", e);
    }
  }
}
