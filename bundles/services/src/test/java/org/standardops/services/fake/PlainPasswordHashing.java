package org.standardops.services.fake;

import java.util.concurrent.atomic.AtomicInteger;
import org.standardops.services.port.PasswordHashing;

/** No hashing at all; counts how often it was asked to be slow. */
public final class PlainPasswordHashing implements PasswordHashing {

  private final AtomicInteger checks = new AtomicInteger();

  public int checks() {
    return checks.get();
  }

  @Override
  public String hash(char[] password) {
    return "plain:" + new String(password);
  }

  @Override
  public boolean matches(char[] password, String hash) {
    checks.incrementAndGet();
    return hash.equals(hash(password));
  }
}
