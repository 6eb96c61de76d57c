package org.standardops.security.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The file with the key that secrets are sealed with: made at first use, readable by the owner of
 * the server alone, and made anew only by {@link #change}, which keeps the old one beside it until
 * {@link #forget}. Thread-safe.
 */
final class SecretsKey {

  private static final int BYTES = 32;
  private static final byte FIRST = 1;

  private final Path file;
  private final Path old;
  private volatile Optional<Keys> keys = Optional.empty();

  SecretsKey(Path dataFolder) {
    this.file = dataFolder.resolve("keys").resolve("secrets.key");
    this.old = dataFolder.resolve("keys").resolve("secrets.key.old");
  }

  /**
   * A key.
   *
   * @param number 1 to 127, of which the next one has the next
   */
  record Numbered(byte number, SecretKey key) {}

  /** The key of now, and while it is being changed the one before. */
  private record Keys(Numbered now, Optional<Numbered> before) {}

  Numbered now() {
    return loaded().now();
  }

  /** The key of this number; empty where it is another's. */
  Optional<SecretKey> of(byte number) {
    Keys all = loaded();
    return all.now().number() == number
        ? Optional.of(all.now().key())
        : all.before().filter(key -> key.number() == number).map(Numbered::key);
  }

  /** Makes another key, unless a change was begun and broken off. */
  synchronized void change() {
    Keys all = loaded();
    if (all.before().isPresent()) {
      return;
    }
    try {
      Files.deleteIfExists(old);
      Files.copy(file, old, StandardCopyOption.COPY_ATTRIBUTES);
      byte number = (byte) (all.now().number() % Byte.MAX_VALUE + 1);
      Path beside = written(ByteBuffer.allocate(1 + BYTES).put(number).put(random()).array());
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      keys = Optional.of(new Keys(read(file), Optional.of(all.now())));
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /** Ends a change. */
  synchronized void forget() {
    Keys all = loaded();
    try {
      Files.deleteIfExists(old);
    } catch (IOException e) {
      throw unusable(e);
    }
    keys = Optional.of(new Keys(all.now(), Optional.empty()));
  }

  private Keys loaded() {
    return keys.orElseGet(this::load);
  }

  private synchronized Keys load() {
    if (keys.isEmpty()) {
      try {
        if (!Files.exists(file)) {
          generate();
        }
        Numbered now = read(file);
        Optional<Numbered> before = Files.exists(old) ? Optional.of(read(old)) : Optional.empty();
        // The copy of a change that was broken off before the new key was there.
        keys = Optional.of(new Keys(now, before.filter(key -> key.number() != now.number())));
      } catch (IOException e) {
        throw unusable(e);
      }
    }
    return keys.get();
  }

  private UncheckedIOException unusable(IOException e) {
    return new UncheckedIOException(
        "The key of the secrets cannot be read from or written to "
            + file
            + "; give the server's user access to that folder.",
        e);
  }

  /** The first key stands alone in its file; later ones have their number before them. */
  private static Numbered read(Path from) throws IOException {
    byte[] bytes = Files.readAllBytes(from);
    if (bytes.length == BYTES) {
      return new Numbered(FIRST, new SecretKeySpec(bytes, "AES"));
    }
    if (bytes.length != 1 + BYTES) {
      throw new IOException(
          from + " has " + bytes.length + " bytes, which no key has: restore it from a backup.");
    }
    return new Numbered(
        bytes[0], new SecretKeySpec(Arrays.copyOfRange(bytes, 1, bytes.length), "AES"));
  }

  private static byte[] random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }

  private void generate() throws IOException {
    Files.createDirectories(file.getParent(), permissions("rwx------"));
    Path beside = written(random());
    try {
      name(beside);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  /** Whole or not at all: written beside the key, brought to the disk, then given its name. */
  private Path written(byte[] bytes) throws IOException {
    Path beside =
        Files.createTempFile(file.getParent(), "secrets", ".new", permissions("rw-------"));
    try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(bytes));
      channel.force(true);
    }
    return beside;
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
