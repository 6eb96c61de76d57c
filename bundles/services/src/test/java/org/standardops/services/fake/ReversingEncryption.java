package org.standardops.services.fake;

import org.standardops.services.port.Encryption;

/** Hides texts from a search for them, and from nobody else. */
public final class ReversingEncryption implements Encryption {

  @Override
  public byte[] encrypt(byte[] plain) {
    byte[] reversed = new byte[plain.length];
    for (int i = 0; i < plain.length; i++) {
      reversed[i] = plain[plain.length - 1 - i];
    }
    return reversed;
  }

  @Override
  public byte[] decrypt(byte[] sealed) {
    return encrypt(sealed);
  }
}
