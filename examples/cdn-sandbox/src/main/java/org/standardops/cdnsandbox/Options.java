package org.standardops.cdnsandbox;

import java.nio.file.Path;
import java.util.Optional;

/** What the command line asks for; a port of 0 is any free one. */
record Options(
    int originPort,
    int edgePort,
    int apiPort,
    int controlPort,
    Optional<Path> portFile,
    Optional<Path> config,
    boolean untilStdinCloses) {

  static final String USAGE =
      """
      usage: java -jar cdn-sandbox.jar [options]
        --origin-port N  --edge-port N  --api-port N  --control-port N   any free port unless given
        --config FILE         settings, as JSON
        --port-file FILE      also write the line with the ports to this file
        --until-stdin-closes  end when standard input does""";

  static Options parse(String... arguments) {
    int[] ports = new int[4];
    Optional<Path> portFile = Optional.empty();
    Optional<Path> config = Optional.empty();
    boolean untilStdinCloses = false;
    for (int i = 0; i < arguments.length; i++) {
      switch (arguments[i]) {
        case "--origin-port" -> ports[0] = Integer.parseInt(value(arguments, ++i));
        case "--edge-port" -> ports[1] = Integer.parseInt(value(arguments, ++i));
        case "--api-port" -> ports[2] = Integer.parseInt(value(arguments, ++i));
        case "--control-port" -> ports[3] = Integer.parseInt(value(arguments, ++i));
        case "--port-file" -> portFile = Optional.of(Path.of(value(arguments, ++i)));
        case "--config" -> config = Optional.of(Path.of(value(arguments, ++i)));
        case "--until-stdin-closes" -> untilStdinCloses = true;
        default -> throw new IllegalArgumentException("unknown option " + arguments[i]);
      }
    }
    return new Options(ports[0], ports[1], ports[2], ports[3], portFile, config, untilStdinCloses);
  }

  private static String value(String[] arguments, int index) {
    if (index == arguments.length) {
      throw new IllegalArgumentException(arguments[index - 1] + " needs a value");
    }
    return arguments[index];
  }
}
