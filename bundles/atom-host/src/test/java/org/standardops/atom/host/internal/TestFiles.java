package org.standardops.atom.host.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of tests, in the folder that is cleaned with the build. */
final class TestFiles {

  private static final Path FOLDER = Path.of("target", "jars");

  private TestFiles() {}

  static Path of(byte[] content) {
    try {
      Files.createDirectories(FOLDER);
      return Files.write(Files.createTempFile(FOLDER, "sample", ".jar"), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
