package org.standardops.atom;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The parameters of a call, variables replaced, already checked against the atom's schema.
 * Immutable. A getter for a value of another type than the schema promises throws {@link
 * IllegalArgumentException} naming the parameter; one for a missing value without default throws
 * {@link IllegalArgumentException} too.
 */
@ProviderType
public final class Parameters {

  private final Map<String, Object> values;

  /**
   * @param values a JSON object; copied one level deep
   */
  public Parameters(Map<String, ?> values) {
    this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** All values as one JSON object. */
  public Map<String, Object> values() {
    return values;
  }

  /** True where the parameter is there and not a JSON null. */
  public boolean has(String name) {
    return values.get(name) != null;
  }

  /** The raw JSON value; empty where missing or null. */
  public Optional<Object> find(String name) {
    return Optional.ofNullable(values.get(name));
  }

  public String text(String name) {
    return as(name, String.class);
  }

  public String text(String name, String otherwise) {
    return has(name) ? text(name) : otherwise;
  }

  public boolean flag(String name, boolean otherwise) {
    return has(name) ? as(name, Boolean.class) : otherwise;
  }

  public BigDecimal number(String name) {
    return new BigDecimal(as(name, Number.class).toString());
  }

  public int whole(String name, int otherwise) {
    return has(name) ? number(name).intValueExact() : otherwise;
  }

  /** An ISO-8601 duration such as {@code PT20M}. */
  public Duration duration(String name) {
    return Duration.parse(text(name));
  }

  public Duration duration(String name, Duration otherwise) {
    return has(name) ? duration(name) : otherwise;
  }

  /** An ISO-8601 instant such as {@code 2026-11-24T08:00:00Z}; an offset is allowed. */
  public Instant instant(String name) {
    return OffsetDateTime.parse(text(name)).toInstant();
  }

  /** A list of texts; empty where missing. */
  public List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (Object element : list(name)) {
      if (!(element instanceof String text)) {
        throw new IllegalArgumentException("Parameter '" + name + "' must hold texts only.");
      }
      texts.add(text);
    }
    return List.copyOf(texts);
  }

  /** A list of JSON values; empty where missing. */
  public List<Object> list(String name) {
    if (!has(name)) {
      return List.of();
    }
    List<?> list = as(name, List.class);
    return Collections.unmodifiableList(new ArrayList<>(list));
  }

  /** A JSON object; empty where missing. */
  public Map<String, Object> object(String name) {
    if (!has(name)) {
      return Map.of();
    }
    Map<String, Object> copy = new LinkedHashMap<>();
    Map<?, ?> object = as(name, Map.class);
    object.forEach((key, value) -> copy.put(String.valueOf(key), value));
    return Collections.unmodifiableMap(copy);
  }

  /**
   * All parameters as a record of the atom's own: each component takes the parameter of its name.
   * Types of components: {@code String}, {@code boolean}, {@code int}, {@code long}, {@code double}
   * and their classes, {@code BigDecimal}, enums, {@code Duration}, {@code Instant}, {@code URI},
   * records, {@code List} and {@code Map<String, …>} of these, {@code Optional} of these, and
   * {@code Object} for any JSON value. What is missing is an empty {@code Optional}, {@code List}
   * or {@code Map}, or what {@link Param#otherwise} says; anything else must be there.
   *
   * @throws IllegalArgumentException naming the parameter that is missing or does not fit, or with
   *     what the record's constructor says of it; also where a {@code ${KEY}} stands for it, which
   *     {@link #isComplete} tells
   */
  public <R extends Record> R as(Class<R> type) {
    return Records.read(type, values, "");
  }

  /** False where a {@code ${KEY}} still stands in some text, as it may in {@link Atom#check}. */
  public boolean isComplete() {
    return isComplete(values);
  }

  private static boolean isComplete(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.values().stream().allMatch(Parameters::isComplete);
    }
    if (value instanceof List<?> list) {
      return list.stream().allMatch(Parameters::isComplete);
    }
    return !(value instanceof String text && text.contains("${"));
  }

  private <T> T as(String name, Class<T> type) {
    Object value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("Parameter '" + name + "' is missing.");
    }
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException(
          "Parameter '" + name + "' is not a " + type.getSimpleName() + ".");
    }
    return type.cast(value);
  }
}
