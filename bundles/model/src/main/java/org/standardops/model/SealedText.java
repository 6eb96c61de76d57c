package org.standardops.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A text that stands in the place of a secret which a person entered: {@code sealed:} and an
 * unguessable id by which the secret is kept elsewhere. It goes through references like any text,
 * and only the call of an atom puts the secret in.
 */
public final class SealedText {

  /** What is shown where a part of a text is secret. */
  public static final String MASK = "******";

  private static final Pattern TOKEN = Pattern.compile("sealed:([0-9a-f]{32})");

  private SealedText() {}

  /**
   * @param id 32 hexadecimal digits
   */
  public static String of(String id) {
    return "sealed:" + id;
  }

  /** The name by which the secret of a whole text is kept. */
  public static String name(Object text) {
    return "~" + ((String) text).substring("sealed:".length());
  }

  /** The names of all secrets that a JSON text refers to. */
  public static Stream<String> namesIn(String json) {
    return TOKEN.matcher(json).results().map(found -> "~" + found.group(1));
  }

  /** True where the whole value is such a text. */
  public static boolean is(Object value) {
    return value instanceof String text && TOKEN.matcher(text).matches();
  }

  /** True where there is such a text anywhere in a JSON value. */
  public static boolean isIn(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .anyMatch(entry -> isIn(entry.getKey()) || isIn(entry.getValue()));
    }
    if (value instanceof List<?> list) {
      return list.stream().anyMatch(SealedText::isIn);
    }
    return value instanceof String text && TOKEN.matcher(text).find();
  }

  /** A JSON text with the secrets put in. */
  public static String opened(String text, UnaryOperator<String> secretOfId) {
    return TOKEN
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(secretOfId.apply(found.group(1))));
  }

  /**
   * A JSON value as people may see it: {@code {"secret": true}} for a secret, a mask for one inside
   * a longer text.
   */
  public static Object shown(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> shown = new LinkedHashMap<>();
      map.forEach((key, element) -> shown.put((String) key, shown(element)));
      return shown;
    }
    if (value instanceof List<?> list) {
      List<Object> shown = new ArrayList<>();
      list.forEach(element -> shown.add(shown(element)));
      return shown;
    }
    if (is(value)) {
      return Map.of("secret", true);
    }
    return value instanceof String text ? TOKEN.matcher(text).replaceAll(MASK) : value;
  }

  /** {@link #shown} of each value. */
  public static Map<String, Object> shownObject(Map<String, ?> object) {
    Map<String, Object> shown = new LinkedHashMap<>();
    object.forEach((key, value) -> shown.put(key, shown(value)));
    return shown;
  }

  /** True for {@code {"secret": true}}, which sent back means that the secret stays as it is. */
  public static boolean isShown(Object value) {
    return value instanceof Map<?, ?> map
        && map.size() == 1
        && Boolean.TRUE.equals(map.get("secret"));
  }
}
