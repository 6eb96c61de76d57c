package org.standardops.security.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AesGcmEncryptionTest {

  private static final byte[] PLAIN = "correct horse".getBytes(StandardCharsets.UTF_8);

  @TempDir Path data;

  @Test
  void opensAfterARestartWhatItSealed() {
    byte[] sealed = new AesGcmEncryption(data).encrypt(PLAIN);

    assertThat(new AesGcmEncryption(data).decrypt(sealed)).isEqualTo(PLAIN);
  }

  @Test
  void sealsEqualTextsDifferently() {
    AesGcmEncryption encryption = new AesGcmEncryption(data);

    assertThat(encryption.encrypt(PLAIN)).isNotEqualTo(encryption.encrypt(PLAIN));
  }

  @Test
  void refusesEveryChangedByte() {
    AesGcmEncryption encryption = new AesGcmEncryption(data);
    byte[] sealed = encryption.encrypt(PLAIN);
    for (int i = 0; i < sealed.length; i++) {
      byte[] changed = sealed.clone();
      changed[i] ^= 1;

      assertThatThrownBy(() -> encryption.decrypt(changed))
          .as("byte %s", i)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void saysWhichFileToRestoreWhenTheKeyIsAnother(@TempDir Path other) {
    byte[] sealed = new AesGcmEncryption(other).encrypt(PLAIN);

    assertThatThrownBy(() -> new AesGcmEncryption(data).decrypt(sealed))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("keys/secrets.key");
  }

  @Test
  void refusesWhatIsTooShortToBeSealed() {
    assertThatThrownBy(() -> new AesGcmEncryption(data).decrypt(new byte[] {1, 2, 3}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void keepsTheKeyFromEverybodyElse() throws IOException {
    new AesGcmEncryption(data).encrypt(PLAIN);

    Path key = data.resolve("keys/secrets.key");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
    assertThat(key.getParent()).isDirectoryContaining(key::equals);
    try (var files = Files.list(key.getParent())) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void neverReplacesAKeyThatItCannotRead() throws IOException {
    Path key = data.resolve("keys/secrets.key");
    Files.createDirectories(key.getParent());
    Files.write(key, new byte[] {1, 2, 3});

    assertThatThrownBy(() -> new AesGcmEncryption(data).encrypt(PLAIN))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(key).hasBinaryContent(new byte[] {1, 2, 3});
  }

  @Test
  void opensWhatTheOldKeySealedUntilTheChangeHasEnded() {
    AesGcmEncryption encryption = new AesGcmEncryption(data);
    byte[] before = encryption.encrypt(PLAIN);

    encryption.begin();
    byte[] after = encryption.encrypt(PLAIN);

    assertThat(encryption.isCurrent(before)).isFalse();
    assertThat(encryption.isCurrent(after)).isTrue();
    assertThat(encryption.decrypt(before)).isEqualTo(PLAIN);
    AesGcmEncryption restarted = new AesGcmEncryption(data);
    assertThat(restarted.decrypt(before)).isEqualTo(PLAIN);
    assertThat(restarted.decrypt(after)).isEqualTo(PLAIN);

    encryption.end();

    assertThat(encryption.decrypt(after)).isEqualTo(PLAIN);
    assertThatThrownBy(() -> encryption.decrypt(before))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(data.resolve("keys/secrets.key.old")).doesNotExist();
    assertThat(new AesGcmEncryption(data).decrypt(after)).isEqualTo(PLAIN);
  }

  @Test
  void goesOnWithAChangeThatWasBrokenOff() throws IOException {
    AesGcmEncryption encryption = new AesGcmEncryption(data);
    byte[] first = encryption.encrypt(PLAIN);
    encryption.begin();
    byte[] second = encryption.encrypt(PLAIN);

    AesGcmEncryption restarted = new AesGcmEncryption(data);
    restarted.begin();

    assertThat(restarted.isCurrent(second)).isTrue();
    assertThat(restarted.decrypt(first)).isEqualTo(PLAIN);

    restarted.end();
    Files.copy(data.resolve("keys/secrets.key"), data.resolve("keys/secrets.key.old"));
    AesGcmEncryption brokenOffEarly = new AesGcmEncryption(data);
    brokenOffEarly.begin();
    assertThat(brokenOffEarly.isCurrent(second)).isFalse();
    assertThat(brokenOffEarly.decrypt(second)).isEqualTo(PLAIN);
  }
}
