package org.standardops.atom.job.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes whole lines off the output of a script.
 *
 * @param taken bytes that are done with
 * @param lines without their ends
 */
record OutputReader(int taken, List<String> lines) {

  private static final Pattern VARIABLE =
      Pattern.compile("<SOPS_VAR>([A-Za-z][A-Za-z0-9_]{0,63}):(.*?)</SOPS_VAR>");

  /**
   * @param last nothing will follow these bytes
   * @param full there is more than was read
   */
  static OutputReader read(byte[] bytes, boolean last, boolean full) {
    int end = bytes.length;
    if (!last) {
      while (end > 0 && bytes[end - 1] != '\n') {
        end--;
      }
      if (end == 0 && full) {
        end = wholeCharacters(bytes);
      }
    }
    if (end == 0) {
      return new OutputReader(0, List.of());
    }
    String text = new String(bytes, 0, end, StandardCharsets.UTF_8).replace("\u0000", "");
    List<String> lines = new ArrayList<>(List.of(text.split("\r?\n", -1)));
    if (lines.get(lines.size() - 1).isEmpty()) {
      lines.remove(lines.size() - 1);
    }
    return new OutputReader(end, lines);
  }

  /** A very long line is taken in parts, none of which ends inside a character. */
  private static int wholeCharacters(byte[] bytes) {
    int end = bytes.length;
    while (end > Math.max(1, bytes.length - 4) && (bytes[end - 1] & 0xC0) == 0x80) {
      end--;
    }
    return end > 1 && (bytes[end - 1] & 0xC0) == 0xC0 ? end - 1 : bytes.length;
  }

  /** What {@code <SOPS_VAR>key:value</SOPS_VAR>} in these lines sets, the last one of a key. */
  Map<String, String> variables() {
    Map<String, String> variables = new LinkedHashMap<>();
    for (String line : lines) {
      if (line.contains("<SOPS_VAR>")) {
        Matcher matcher = VARIABLE.matcher(line);
        while (matcher.find()) {
          variables.put(matcher.group(1), matcher.group(2));
        }
      }
    }
    variables.remove("results");
    return variables;
  }
}
