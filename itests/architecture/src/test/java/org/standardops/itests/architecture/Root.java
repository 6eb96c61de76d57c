package org.standardops.itests.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The project's own folder. */
final class Root {

  private Root() {}

  static Path folder() {
    return Path.of(System.getProperty("project.root")).toAbsolutePath().normalize();
  }

  static String text(String file) {
    return text(folder().resolve(file));
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Files of the project with names that end so, without what was built. */
  static List<Path> files(String folder, String ending) {
    try (Stream<Path> files = Files.walk(folder().resolve(folder))) {
      return files
          .filter(file -> file.toString().endsWith(ending))
          .filter(
              file ->
                  !folder()
                      .relativize(file)
                      .toString()
                      .matches("(.*/)?(target|node_modules|run)/.*"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
