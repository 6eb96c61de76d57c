package org.standardops.atom.host.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One clause of a manifest header, such as {@code a.b;version="[1,2)"} of an {@code
 * Import-Package}.
 *
 * @param names package or symbolic names before the first parameter
 * @param parameters attributes by name, directives by name with a colon
 */
record Header(List<String> names, Map<String, String> parameters) {

  static List<Header> clauses(String header) {
    return split(header, ',').stream().map(Header::clause).toList();
  }

  private static Header clause(String clause) {
    List<String> names = new ArrayList<>();
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String part : split(clause, ';')) {
      int equals = part.indexOf('=');
      if (equals < 0) {
        names.add(part);
      } else {
        parameters.put(part.substring(0, equals).strip(), unquoted(part.substring(equals + 1)));
      }
    }
    return new Header(List.copyOf(names), Map.copyOf(parameters));
  }

  private static String unquoted(String value) {
    String text = value.strip();
    return text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")
        ? text.substring(1, text.length() - 1)
        : text;
  }

  private static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    boolean quoted = false;
    for (char c : text.toCharArray()) {
      quoted ^= c == '"';
      if (c == separator && !quoted) {
        parts.add(part.toString().strip());
        part.setLength(0);
      } else {
        part.append(c);
      }
    }
    parts.add(part.toString().strip());
    parts.removeIf(String::isEmpty);
    return parts;
  }
}
