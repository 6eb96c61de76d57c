package org.standardops.atom;

import java.util.Map;
import java.util.Objects;

/**
 * A value that a person may choose for a parameter.
 *
 * @param value that the parameter gets: a text, number or boolean
 * @param labels what people read, by language: {@code en}, {@code zh-CN}; English stands for a
 *     language that is missing
 */
public record Choice(Object value, Map<String, String> labels) {

  public Choice {
    Objects.requireNonNull(value);
    if (!(value instanceof String || value instanceof Number || value instanceof Boolean)) {
      throw new IllegalArgumentException("A choice is a text, a number or a boolean: " + value);
    }
    labels = Map.copyOf(labels);
    if (!labels.containsKey("en")) {
      throw new IllegalArgumentException("A choice has at least a label in 'en': " + labels);
    }
  }

  /** A choice whose label is a name from outside, the same in every language. */
  public static Choice of(Object value, String label) {
    return new Choice(value, Map.of("en", label));
  }
}
