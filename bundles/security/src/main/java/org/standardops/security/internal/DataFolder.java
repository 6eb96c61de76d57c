package org.standardops.security.internal;

import java.nio.file.Path;

/** Where the server keeps its data; named at its start. */
final class DataFolder {

  private DataFolder() {}

  static Path path() {
    String folder = System.getProperty("standardops.data");
    if (folder == null) {
      throw new IllegalStateException(
          "The system property standardops.data must name the data folder; start with bin/start.");
    }
    return Path.of(folder);
  }
}
