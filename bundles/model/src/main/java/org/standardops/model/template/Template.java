package org.standardops.model.template;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with references: {@code ${KEY}}, {@code ${business.KEY}}, {@code ${task.id}}, {@code ${node.push.taskIds}}. {@code $${} is a plain
 * {@code ${}. Anything else after a dollar sign is plain text.
 */
final class Template {

  private static final Pattern TOKEN =
      Pattern.compile("\\$\\$\\{|\\$\\{([A-Za-z][A-Za-z0-9_]*(?:\\.[A-Za-z0-9_-]+)*)}|\\$\\{");

  /** A piece of a template. */
  sealed interface Part {
    /** Plain text. */
    record Plain(String text) implements Part {}

    /** A reference by name or dotted path. */
    record Reference(String path) implements Part {}

    /** An opened reference that is none, such as {@code ${a b}}. */
    record Broken(String rest) implements Part {}
  }

  private final List<Part> parts;

  private Template(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  static Template of(String text) {
    List<Part> parts = new ArrayList<>();
    Matcher token = TOKEN.matcher(text);
    StringBuilder plain = new StringBuilder();
    int end = 0;
    while (token.find()) {
      plain.append(text, end, token.start());
      end = token.end();
      if (token.group().equals("$${")) {
        plain.append("${");
        continue;
      }
      if (!plain.isEmpty()) {
        parts.add(new Part.Plain(plain.toString()));
        plain.setLength(0);
      }
      parts.add(
          token.group(1) == null
              ? new Part.Broken(text.substring(token.start()))
              : new Part.Reference(token.group(1)));
    }
    plain.append(text, end, text.length());
    if (!plain.isEmpty()) {
      parts.add(new Part.Plain(plain.toString()));
    }
    return new Template(parts);
  }

  List<Part> parts() {
    return parts;
  }

  /** The text with another KEY in every reference that begins with one; all else stays. */
  static String renamed(String text, String key, String newKey) {
    Matcher token = TOKEN.matcher(text);
    StringBuilder renamed = new StringBuilder();
    while (token.find()) {
      String path = token.group(1);
      boolean named = path != null && (path.equals(key) || path.startsWith(key + "."));
      token.appendReplacement(
          renamed,
          Matcher.quoteReplacement(
              named ? "${" + newKey + path.substring(key.length()) + "}" : token.group()));
    }
    return token.appendTail(renamed).toString();
  }
}
