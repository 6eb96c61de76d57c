package org.standardops.services.fake;

import org.standardops.services.port.Encryption;

/** Turns every bit around: nothing is readable, and nothing is safe. */
public final class InvertingEncryption implements Encryption {

  @Override
  public byte[] encrypt(byte[] plain) {
    byte[] sealed = plain.clone();
    for (int i = 0; i < sealed.length; i++) {
      sealed[i] = (byte) ~sealed[i];
    }
    return sealed;
  }

  @Override
  public byte[] decrypt(byte[] sealed) {
    return encrypt(sealed);
  }
}
