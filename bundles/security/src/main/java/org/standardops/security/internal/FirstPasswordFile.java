package org.standardops.security.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;

/**
 * The file that tells a generated first password to whoever runs the server, and to nobody else.
 */
final class FirstPasswordFile {

  /** No letters and digits that are taken for one another. */
  private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  private static final int LENGTH = 20;

  private final Path file;

  FirstPasswordFile(Path dataFolder) {
    this.file = dataFolder.resolve("first-password");
  }

  /** Generates a password, and writes it where only the owner of the server can read it. */
  char[] generate() {
    char[] password = new char[LENGTH];
    SecureRandom random = new SecureRandom();
    for (int i = 0; i < LENGTH; i++) {
      password[i] = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
    }
    write(new String(password) + "\n");
    return password;
  }

  private void write(String text) {
    try {
      Files.deleteIfExists(file);
      Files.createDirectories(file.getParent());
      try (SeekableByteChannel channel =
          Files.newByteChannel(
              file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly())) {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The first password cannot be written to " + file + ".", e);
    }
  }

  private FileAttribute<?>[] ownerOnly() {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The outdated first password cannot be removed; delete " + file + " yourself.", e);
    }
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
