package org.standardops.itests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The TCP ports on which a process listens, on whatever address, as Linux tells in {@code /proc}.
 */
final class ListeningPorts {
  private static final String LISTEN = "0A";

  private ListeningPorts() {}

  static Set<Integer> of(long pid) throws IOException {
    Set<String> sockets;
    try (Stream<Path> descriptors = Files.list(Path.of("/proc/" + pid + "/fd"))) {
      sockets = descriptors.map(ListeningPorts::target).collect(Collectors.toSet());
    }
    return Stream.of("tcp", "tcp6")
        .flatMap(table -> rows(Path.of("/proc/net", table)))
        .filter(row -> row[3].equals(LISTEN) && sockets.contains("socket:[" + row[9] + "]"))
        .map(row -> Integer.valueOf(row[1].substring(row[1].indexOf(':') + 1), 16))
        .collect(Collectors.toSet());
  }

  private static Stream<String[]> rows(Path table) {
    try {
      return Files.readAllLines(table).stream().skip(1).map(line -> line.strip().split("\\s+"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where a descriptor points to; nothing if it was closed meanwhile. */
  private static String target(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (IOException e) {
      return "";
    }
  }
}
