package org.standardops.rest.atom;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.standardops.rest.http.Language;

/**
 * A JSON Schema with its titles and descriptions in one language. They are written in English, with
 * the other languages beside them, each under {@code x-} and its tag; those stay where they are.
 */
final class SchemaTexts {

  private SchemaTexts() {}

  static Map<String, Object> in(Language language, Map<String, Object> schema) {
    return language == Language.EN ? schema : object("x-" + language.tag(), schema);
  }

  private static Map<String, Object> object(String key, Map<?, ?> schema) {
    Map<String, Object> said = new LinkedHashMap<>();
    schema.forEach((name, value) -> said.put((String) name, value(key, value)));
    if (schema.get(key) instanceof Map<?, ?> texts) {
      texts.forEach((name, text) -> said.put((String) name, text));
    }
    return said;
  }

  private static Object value(String key, Object value) {
    if (value instanceof Map<?, ?> map) {
      return object(key, map);
    }
    return value instanceof List<?> list
        ? list.stream().map(element -> value(key, element)).toList()
        : value;
  }
}
