package org.standardops.atom.tencent.cloud.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts extracted values in the places of {@code {name}}: a text that is one such place becomes the
 * value itself.
 */
record Filling(Map<String, Object> values) {

  private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z][A-Za-z0-9_]{0,63})}");

  /** The names of all places in a JSON value. */
  static Set<String> places(Object value) {
    Set<String> names = new LinkedHashSet<>();
    if (value instanceof String text) {
      PLACE.matcher(text).results().forEach(found -> names.add(found.group(1)));
    } else if (value instanceof List<?> list) {
      list.forEach(element -> names.addAll(places(element)));
    } else if (value instanceof Map<?, ?> object) {
      object.values().forEach(element -> names.addAll(places(element)));
    }
    return names;
  }

  Map<String, Object> object(Map<?, ?> object) {
    Map<String, Object> filled = new LinkedHashMap<>();
    object.forEach((name, value) -> filled.put(String.valueOf(name), value(value)));
    return filled;
  }

  private Object value(Object value) {
    if (value instanceof String text) {
      return text(text);
    }
    if (value instanceof List<?> list) {
      List<Object> filled = new ArrayList<>();
      list.forEach(element -> filled.add(value(element)));
      return filled;
    }
    return value instanceof Map<?, ?> object ? object(object) : value;
  }

  private Object text(String text) {
    Matcher whole = PLACE.matcher(text);
    if (whole.matches()) {
      return values.get(whole.group(1));
    }
    return PLACE
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(String.valueOf(values.get(found.group(1)))));
  }
}
