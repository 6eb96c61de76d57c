package org.standardops.model.template;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.standardops.model.Fault;
import org.standardops.model.JsonValues;

/**
 * Finds and replaces references in JSON values. What an author wrote is resolved once: a value that
 * is put in is never looked at again.
 */
public final class Templates {

  private Templates() {}

  /** All references in a JSON value, with their pointers. */
  public static List<Reference> references(Object value) {
    List<Reference> found = new ArrayList<>();
    collect("", value, found);
    return found;
  }

  private static void collect(String pointer, Object value, List<Reference> found) {
    if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, element) ->
              collect(pointer + "/" + JsonValues.token((String) key), element, found));
    } else if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        collect(pointer + "/" + i, list.get(i), found);
      }
    } else if (value instanceof String text && text.contains("${")) {
      List<Template.Part> parts = Template.of(text).parts();
      for (Template.Part part : parts) {
        if (part instanceof Template.Part.Reference reference) {
          found.add(new Reference(pointer, reference.path(), parts.size() == 1, false));
        } else if (part instanceof Template.Part.Broken broken) {
          found.add(new Reference(pointer, broken.rest(), false, true));
        }
      }
    }
  }

  /**
   * What came of replacing references.
   *
   * @param value the JSON object, references replaced as far as they are known
   * @param faults one for each reference without a value: {@code UNKNOWN_VARIABLE}, {@code
   *     BROKEN_REFERENCE}
   */
  public record Resolved(Map<String, Object> value, List<Fault> faults) {}

  /**
   * Replaces every reference.
   *
   * @param lookup the value of a path; JSON null is {@code Optional.of(}{@link #NULL}{@code )}
   */
  public static Resolved resolve(
      Map<String, Object> object, Function<String, Optional<Object>> lookup) {
    List<Fault> faults = new ArrayList<>();
    Map<String, Object> value = new LinkedHashMap<>();
    object.forEach(
        (key, element) ->
            value.put(key, replace("/" + JsonValues.token(key), element, lookup, faults)));
    return new Resolved(Collections.unmodifiableMap(value), List.copyOf(faults));
  }

  /**
   * The object with another KEY in every reference to a variable or output KEY; what is escaped
   * stays.
   */
  public static Map<String, Object> renamed(Map<String, Object> object, String key, String newKey) {
    Map<String, Object> renamed = new LinkedHashMap<>();
    object.forEach((name, value) -> renamed.put(name, renamed(value, key, newKey)));
    return Collections.unmodifiableMap(renamed);
  }

  @SuppressWarnings("unchecked")
  private static Object renamed(Object value, String key, String newKey) {
    if (value instanceof Map<?, ?> map) {
      return renamed((Map<String, Object>) map, key, newKey);
    }
    if (value instanceof List<?> list) {
      List<Object> renamed = new ArrayList<>();
      list.forEach(element -> renamed.add(renamed(element, key, newKey)));
      return Collections.unmodifiableList(renamed);
    }
    return value instanceof String text && text.contains("${")
        ? Template.renamed(text, key, newKey)
        : value;
  }

  /** Stands for a JSON null in a lookup. */
  public static final Object NULL = new Object();

  private static Object replace(
      String pointer, Object value, Function<String, Optional<Object>> lookup, List<Fault> faults) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> replaced = new LinkedHashMap<>();
      map.forEach(
          (key, element) ->
              replaced.put(
                  (String) key,
                  replace(
                      pointer + "/" + JsonValues.token((String) key), element, lookup, faults)));
      return Collections.unmodifiableMap(replaced);
    }
    if (value instanceof List<?> list) {
      List<Object> replaced = new ArrayList<>();
      for (int i = 0; i < list.size(); i++) {
        Object element = list.get(i);
        Object put = replace(pointer + "/" + i, element, lookup, faults);
        if (put instanceof List<?> spread && element instanceof String) {
          replaced.addAll(spread);
        } else {
          replaced.add(put);
        }
      }
      return Collections.unmodifiableList(replaced);
    }
    return value instanceof String text && text.contains("${")
        ? text(pointer, text, lookup, faults)
        : value;
  }

  private static Object text(
      String pointer, String text, Function<String, Optional<Object>> lookup, List<Fault> faults) {
    List<Template.Part> parts = Template.of(text).parts();
    StringBuilder written = new StringBuilder();
    for (Template.Part part : parts) {
      if (part instanceof Template.Part.Plain plain) {
        written.append(plain.text());
      } else if (part instanceof Template.Part.Broken broken) {
        faults.add(
            new Fault(
                pointer,
                "BROKEN_REFERENCE",
                "'"
                    + shortened(broken.rest())
                    + "' is no reference; write ${KEY}, or $${ for a plain ${."));
      } else if (part instanceof Template.Part.Reference reference) {
        Optional<Object> found = lookup.apply(reference.path());
        if (found.isEmpty()) {
          faults.add(
              new Fault(
                  pointer, "UNKNOWN_VARIABLE", "${" + reference.path() + "} has no value here."));
        } else if (parts.size() == 1) {
          return found.get() == NULL ? null : found.get();
        } else {
          written.append(asText(found.get()));
        }
      }
    }
    return written.toString();
  }

  private static String asText(Object value) {
    if (value == NULL) {
      return "";
    }
    if (value instanceof List<?> list) {
      return String.join(",", list.stream().map(String::valueOf).toList());
    }
    return String.valueOf(value);
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
