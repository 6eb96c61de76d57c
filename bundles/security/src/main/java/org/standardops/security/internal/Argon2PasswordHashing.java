package org.standardops.security.internal;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Component;
import org.standardops.services.port.PasswordHashing;

/**
 * Argon2id with the least that OWASP advises: 19 MiB, two passes, one lane; some tens of
 * milliseconds. Only a few hashes are made at a time, so that a storm of sign-ins cannot take the
 * memory of the tasks.
 */
@Component
public final class Argon2PasswordHashing implements PasswordHashing {

  private static final int MEMORY_KIB = 19 * 1024;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;
  private static final int AT_A_TIME = 4;

  private final SecureRandom random = new SecureRandom();
  private final Semaphore turns = new Semaphore(AT_A_TIME, true);

  @Override
  public String hash(char[] password) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    byte[] plain = bytes(password);
    try {
      return inTurn(
          () ->
              Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID)
                  .hash(plain, salt)
                  .getResult());
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }

  @Override
  public boolean matches(char[] password, String hash) {
    byte[] plain = bytes(password);
    try {
      return inTurn(
          () ->
              Argon2Function.getInstanceFromHash(hash)
                  .check(plain, hash.getBytes(StandardCharsets.US_ASCII)));
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }

  private <T> T inTurn(Supplier<T> work) {
    turns.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      turns.release();
    }
  }

  private static byte[] bytes(char[] password) {
    ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password));
    byte[] bytes = new byte[encoded.remaining()];
    encoded.get(bytes);
    Arrays.fill(encoded.array(), (byte) 0);
    return bytes;
  }
}
