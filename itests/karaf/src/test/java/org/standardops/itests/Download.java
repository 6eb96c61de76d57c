package org.standardops.itests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The built archive, unpacked as a person would. */
public final class Download {
  private static final Path WORKSPACE = Path.of(System.getProperty("standardops.workspace"));

  private final Path folder;

  private Download(Path folder) {
    this.folder = folder;
  }

  /** The copy that all tests share; nothing may be changed in it. */
  public static Download shared() {
    return Shared.COPY;
  }

  /** A copy of the test's own, for instance to change its {@code etc}. */
  public static Download fresh() {
    Path parent = freshFolder("download");
    Command.run("tar", "xzf", System.getProperty("standardops.download"), "-C", parent.toString())
        .expectSuccess();
    try (var children = Files.list(parent)) {
      return new Download(children.findFirst().orElseThrow());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A new, empty folder for a test's files, for instance a server's data. */
  public static Path freshFolder(String name) {
    try {
      Files.createDirectories(WORKSPACE);
      return Files.createTempDirectory(WORKSPACE, name + "-").toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path folder() {
    return folder;
  }

  public Path script(String name) {
    return folder.resolve("bin").resolve(name);
  }

  private static final class Shared {
    static final Download COPY = fresh();
  }
}
