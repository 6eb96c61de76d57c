package org.standardops.itests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the page for authors of atoms tells its readers to do, in its order: a fence of {@code sh}
 * is typed into one shell, a fence that follows a file's name alone on a line is put into that
 * file.
 *
 * @param settings names that the reader gives values of the own to
 * @param steps all else
 */
record AuthorsPage(List<String> settings, List<Step> steps) {

  private static final Pattern FENCE =
      Pattern.compile(
          "(?:^`([^`\n]+)`:\n\n)?^```(\\w+)( settings)?\n(.*?)^```$",
          Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern EXPORT = Pattern.compile("export (\\w+)=.*");

  sealed interface Step {
    /** Lines for the shell. */
    record Typed(String lines) implements Step {}

    /** A file below the shell's folder of that moment. */
    record Written(String file, String content) implements Step {}

    /** What the reader is to see at last. */
    record Seen(String text) implements Step {}
  }

  static AuthorsPage read(Path page) throws IOException {
    List<String> settings = new ArrayList<>();
    List<Step> steps = new ArrayList<>();
    Matcher fence = FENCE.matcher(Files.readString(page));
    while (fence.find()) {
      String content = fence.group(4);
      if (fence.group(3) != null) {
        content.lines().forEach(line -> settings.add(exported(line)));
      } else if (fence.group(1) != null) {
        steps.add(new Step.Written(fence.group(1), content));
      } else if (fence.group(2).equals("sh")) {
        steps.add(new Step.Typed(content));
      } else {
        steps.add(new Step.Seen(content.strip()));
      }
    }
    return new AuthorsPage(List.copyOf(settings), List.copyOf(steps));
  }

  private static String exported(String line) {
    Matcher export = EXPORT.matcher(line);
    if (!export.matches()) {
      throw new IllegalArgumentException("Settings are exports, not: " + line);
    }
    return export.group(1);
  }

  /** The whole page as one script, which stops at the first line that fails. */
  String script() {
    StringBuilder script = new StringBuilder("set -eu -o pipefail\n");
    int files = 0;
    for (Step step : steps) {
      if (step instanceof Step.Typed typed) {
        script.append(typed.lines());
      } else if (step instanceof Step.Written written) {
        String end = "END_OF_FILE_" + ++files;
        script
            .append("mkdir -p \"$(dirname '")
            .append(written.file())
            .append("')\"\n")
            .append("cat > '")
            .append(written.file())
            .append("' <<'")
            .append(end)
            .append("'\n")
            .append(written.content())
            .append(end)
            .append('\n');
      }
    }
    return script.toString();
  }

  /** What the reader sees at last. */
  List<String> seen() {
    return steps.stream()
        .filter(Step.Seen.class::isInstance)
        .map(step -> ((Step.Seen) step).text())
        .toList();
  }
}
