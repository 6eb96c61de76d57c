package org.standardops.services.fake;

import java.util.Arrays;
import org.standardops.services.port.Encryption;
import org.standardops.services.port.KeyChange;

/** Writes the number of its key before what is to be sealed, and opens only what it knows. */
public final class NumberedEncryption implements Encryption, KeyChange {

  private byte now = 1;
  private byte oldest = 1;

  @Override
  public byte[] encrypt(byte[] plain) {
    byte[] sealed = new byte[plain.length + 1];
    sealed[0] = now;
    System.arraycopy(plain, 0, sealed, 1, plain.length);
    return sealed;
  }

  @Override
  public byte[] decrypt(byte[] sealed) {
    if (sealed[0] < oldest) {
      throw new IllegalArgumentException("The key is forgotten.");
    }
    return Arrays.copyOfRange(sealed, 1, sealed.length);
  }

  @Override
  public void begin() {
    now++;
  }

  @Override
  public boolean isCurrent(byte[] sealed) {
    return sealed[0] == now;
  }

  @Override
  public void end() {
    oldest = now;
  }
}
