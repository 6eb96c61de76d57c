package org.standardops.security.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The file with the key that secrets are sealed with: made at first use, readable by the owner of
 * the server alone, and never made anew once it is there. Thread-safe.
 */
final class SecretsKey {

  private static final int BYTES = 32;

  private final Path file;
  private volatile Optional<SecretKey> key = Optional.empty();

  SecretsKey(Path dataFolder) {
    this.file = dataFolder.resolve("keys").resolve("secrets.key");
  }

  SecretKey get() {
    return key.orElseGet(this::load);
  }

  private synchronized SecretKey load() {
    if (key.isEmpty()) {
      try {
        if (!Files.exists(file)) {
          generate();
        }
        key = Optional.of(read());
      } catch (IOException e) {
        throw new UncheckedIOException(
            "The key of the secrets cannot be read from or written to "
                + file
                + "; give the server's user access to that folder.",
            e);
      }
    }
    return key.get();
  }

  private SecretKey read() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    if (bytes.length != BYTES) {
      throw new IOException(
          file + " has " + bytes.length + " bytes, not " + BYTES + ": restore it from a backup.");
    }
    return new SecretKeySpec(bytes, "AES");
  }

  /** Whole or not at all: written beside it, brought to the disk, then given its name. */
  private void generate() throws IOException {
    Files.createDirectories(file.getParent(), permissions("rwx------"));
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    Path beside =
        Files.createTempFile(file.getParent(), "secrets", ".new", permissions("rw-------"));
    try {
      try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
        channel.write(ByteBuffer.wrap(bytes));
        channel.force(true);
      }
      name(beside);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  /** A link fails where another server was quicker; its key is the one that counts. */
  private void name(Path beside) throws IOException {
    try {
      Files.createLink(file, beside);
    } catch (FileAlreadyExistsException e) {
      return;
    } catch (UnsupportedOperationException e) {
      Files.move(beside, file);
    }
  }

  private FileAttribute<?>[] permissions(String mode) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))
        }
        : new FileAttribute<?>[0];
  }
}
