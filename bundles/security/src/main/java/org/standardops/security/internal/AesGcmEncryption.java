package org.standardops.security.internal;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.standardops.services.port.Encryption;
import org.standardops.services.port.KeyChange;

/**
 * AES-256-GCM. Sealed is: one byte that says which form and key (so that keys can be changed while
 * older ones are still read), the nonce, then the sealed bytes with their tag; the first byte is
 * authenticated, too.
 */
@Component
public final class AesGcmEncryption implements Encryption, KeyChange {

  private static final String OTHER_KEY =
      "What was sealed was changed, or sealed with another key: restore keys/secrets.key of the"
          + " data folder that belongs to this database.";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretsKey key;
  private final SecureRandom random = new SecureRandom();

  /** The key is read or made at the first use: an activation must not fail for a folder. */
  @Activate
  public AesGcmEncryption() {
    this(DataFolder.path());
  }

  AesGcmEncryption(Path dataFolder) {
    this.key = new SecretsKey(dataFolder);
  }

  @Override
  public byte[] encrypt(byte[] plain) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      SecretsKey.Numbered now = key.now();
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, now, nonce).doFinal(plain);
      return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
          .put(now.number())
          .put(nonce)
          .put(sealed)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java cannot seal with AES-256-GCM.", e);
    }
  }

  @Override
  public byte[] decrypt(byte[] sealed) {
    if (sealed.length < 1 + NONCE_BYTES + TAG_BITS / 8) {
      throw new IllegalArgumentException(
          "These bytes were not sealed by this version of the server.");
    }
    SecretsKey.Numbered own =
        key.of(sealed[0])
            .map(found -> new SecretsKey.Numbered(sealed[0], found))
            .orElseThrow(() -> new IllegalArgumentException(OTHER_KEY));
    ByteBuffer parts = ByteBuffer.wrap(sealed, 1, sealed.length - 1);
    byte[] nonce = new byte[NONCE_BYTES];
    parts.get(nonce);
    byte[] rest = new byte[parts.remaining()];
    parts.get(rest);
    try {
      return cipher(Cipher.DECRYPT_MODE, own, nonce).doFinal(rest);
    } catch (AEADBadTagException e) {
      throw new IllegalArgumentException(OTHER_KEY, e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java cannot open what AES-256-GCM sealed.", e);
    }
  }

  @Override
  public void begin() {
    key.change();
  }

  @Override
  public boolean isCurrent(byte[] sealed) {
    return sealed.length > 0 && sealed[0] == key.now().number();
  }

  @Override
  public void end() {
    key.forget();
  }

  private static Cipher cipher(int mode, SecretsKey.Numbered key, byte[] nonce)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key.key(), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(new byte[] {key.number()});
    return cipher;
  }
}
