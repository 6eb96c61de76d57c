package org.standardops.atom.host.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.standardops.model.Fault;
import org.standardops.model.JsonValues;

/** Forms show the title of each property, in English and in Chinese. */
final class Titles {

  private static final String CHINESE = "x-zh-CN";

  private Titles() {}

  /** A fault for each property of the schema that lacks one. */
  static List<Fault> missing(String at, Map<String, Object> schema) {
    List<Fault> faults = new ArrayList<>();
    object(schema.get("properties"))
        .forEach(
            (name, property) -> {
              String pointer = at + "/properties/" + JsonValues.token(name);
              Map<String, Object> texts = object(property);
              title(pointer, texts).ifPresent(faults::add);
              title(pointer + "/" + CHINESE, object(texts.get(CHINESE))).ifPresent(faults::add);
            });
    return faults;
  }

  private static Optional<Fault> title(String at, Map<String, Object> texts) {
    return texts.get("title") instanceof String title && !title.isBlank()
        ? Optional.empty()
        : Optional.of(
            new Fault(
                at + "/title",
                "MISSING_TITLE",
                "A form needs this title, in English and, under " + CHINESE + ", in Chinese."));
  }

  @SuppressWarnings("unchecked") // the names in a JSON object are texts
  private static Map<String, Object> object(Object value) {
    return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }
}
