package org.standardops.expression;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the names in an expression, outside its texts in quotes. */
final class Names {

  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<text>[rRbB]{0,2}(\"\"\"[\\s\\S]*?\"\"\"|'''[\\s\\S]*?'''"
              + "|\"(\\\\.|[^\"\\\\])*\"|'(\\\\.|[^'\\\\])*'))"
              + "|(?<path>[A-Za-z_][A-Za-z0-9_]*(\\s*\\.\\s*[A-Za-z_][A-Za-z0-9_]*)*)"
              + "(?<call>\\s*\\()?"
              + "|\\.\\s*[A-Za-z_][A-Za-z0-9_]*|[0-9][A-Za-z0-9_.]*|[\\s\\S]");

  private static final Set<String> WORDS = Set.of("true", "false", "null", "in");

  private Names() {}

  /** What is named: {@code KEY}, {@code node.ID.OUTPUT}, and so on, without methods. */
  static Set<String> paths(String expression) {
    Set<String> paths = new LinkedHashSet<>();
    Matcher token = TOKEN.matcher(expression);
    while (token.find()) {
      if (token.group("path") != null) {
        List<String> names =
            new ArrayList<>(List.of(token.group("path").replaceAll("\\s", "").split("\\.")));
        if (token.group("call") != null) {
          names.remove(names.size() - 1);
        }
        if (!names.isEmpty() && !WORDS.contains(names.get(0))) {
          paths.add(String.join(".", names));
        }
      }
    }
    return paths;
  }

  /** The expression with another first name in each path that begins with this one. */
  static String renamed(String expression, String key, String newKey) {
    StringBuilder renamed = new StringBuilder();
    Matcher token = TOKEN.matcher(expression);
    while (token.find()) {
      String text = token.group();
      String path = token.group("path");
      boolean function = path != null && path.equals(key) && token.group("call") != null;
      boolean begins = path != null && path.split("\\s*\\.", 2)[0].equals(key);
      renamed.append(begins && !function ? newKey + text.substring(key.length()) : text);
    }
    return renamed.toString();
  }
}
