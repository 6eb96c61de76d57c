package org.standardops.atom.job.internal;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.standardops.atom.Call;
import org.standardops.atom.Parameters;

/**
 * What is to be run at a host.
 *
 * @param environment variables; secrets are among them, so they go neither onto a command line nor
 *     into a log
 * @param keep bytes of the beginning of the output that the host keeps
 */
record Script(
    String interpreter,
    String text,
    List<String> arguments,
    Map<String, String> environment,
    Duration limit,
    int keep) {

  static final Duration DEFAULT_LIMIT = Duration.ofHours(1);
  private static final int MOST_KEPT = 1 << 20;
  private static final int LEAST_KEPT = 64 << 10;
  private static final int KEPT_OF_ALL_HOSTS = 64 << 20;

  static Script of(Call call, String host, int hosts) {
    Parameters parameters = call.parameters();
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("STANDARDOPS_TASK", call.origin().task());
    environment.put("STANDARDOPS_NODE", call.origin().node());
    environment.put("STANDARDOPS_HOST", host);
    for (String parameter : List.of("environment", "secrets")) {
      parameters
          .object(parameter)
          .forEach((name, value) -> environment.put(name, String.valueOf(value)));
    }
    return new Script(
        parameters.text("interpreter", "bash"),
        withUnixLines(parameters.text("script")),
        parameters.texts("arguments"),
        environment,
        parameters.duration("timeout", DEFAULT_LIMIT),
        Math.max(LEAST_KEPT, Math.min(MOST_KEPT, KEPT_OF_ALL_HOSTS / hosts)));
  }

  /**
   * A script that was typed in a browser may have come with its lines' ends, which no shell takes.
   */
  private static String withUnixLines(String script) {
    String unix = script.replace("\r\n", "\n");
    return unix.endsWith("\n") ? unix : unix + "\n";
  }

  /** As a POSIX shell reads it. */
  String environmentCode() {
    StringBuilder code = new StringBuilder();
    environment.forEach(
        (name, value) ->
            code.append("export ")
                .append(name)
                .append('=')
                .append(Shell.quoted(value))
                .append('\n'));
    return code.toString();
  }
}
