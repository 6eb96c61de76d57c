package org.standardops.components.internal;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.standardops.model.Fault;
import org.standardops.model.JsonValues;
import org.standardops.model.ProductException;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** A document as plain JSON, of a bounded size, that refers to nothing but itself. */
record Document(Map<String, Object> root) {

  private static final int DEEPEST = 64;
  private static final int LARGEST = 200_000;
  private static final int LONGEST_TEXT = 5 * 1024 * 1024;
  private static final int MOST_FAULTS = 50;
  private static final int LONGEST_CHAIN = 20;
  private static final String REF = "$ref";

  /** What stands in these is data, and no part of the document. */
  private static final Set<String> DATA = Set.of("example", "examples", "default", "enum", "const");

  /**
   * @param document an object, or its text in YAML or JSON
   * @throws ProductException INVALID with every fault; pointers begin with {@code /document}
   */
  static Document of(Object document) {
    Object value = document instanceof String text ? parsed(text) : document;
    Copy copy = new Copy();
    Object whole = copy.value("/document", value, 0, false);
    if (!(whole instanceof Map<?, ?> root)) {
      copy.fault("/document", "WRONG_TYPE", "The document is no object.");
      throw ProductException.invalid(copy.faults);
    }
    if (!copy.faults.isEmpty()) {
      throw ProductException.invalid(copy.faults);
    }
    return new Document(keyed(root));
  }

  private static Object parsed(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    options.setMaxAliasesForCollections(50);
    options.setNestingDepthLimit(DEEPEST);
    options.setCodePointLimit(LONGEST_TEXT);
    try {
      return new Yaml(new SafeConstructor(options)).load(text);
    } catch (YAMLException e) {
      String why = e.getMessage().strip();
      throw ProductException.invalid(
          List.of(
              new Fault(
                  "/document",
                  "UNREADABLE",
                  "This is neither YAML nor JSON: "
                      + why.substring(0, Math.min(why.length(), 500)))));
    }
  }

  /** Copies what may be aliased, and counts. */
  private static final class Copy {

    private final List<Fault> faults = new ArrayList<>();
    private int values;

    Object value(String pointer, Object value, int depth, boolean data) {
      if (++values > LARGEST || depth > DEEPEST) {
        if (values == LARGEST + 1 || depth == DEEPEST + 1) {
          fault(
              pointer,
              "TOO_LARGE",
              "A document has at most %d values, %d levels deep.".formatted(LARGEST, DEEPEST));
        }
        return null;
      }
      if (value instanceof Map<?, ?> map) {
        return object(pointer, map, depth, data);
      }
      if (value instanceof Collection<?> list) {
        List<Object> copy = new ArrayList<>();
        for (Object element : list) {
          copy.add(value(pointer + "/" + copy.size(), element, depth + 1, data));
        }
        return copy;
      }
      if (value instanceof Date date) {
        return DateTimeFormatter.ISO_LOCAL_DATE.format(date.toInstant().atOffset(ZoneOffset.UTC));
      }
      boolean plain =
          value == null
              || value instanceof String
              || value instanceof Number
              || value instanceof Boolean;
      return plain ? value : String.valueOf(value);
    }

    private Map<String, Object> object(String pointer, Map<?, ?> map, int depth, boolean data) {
      Map<String, Object> copy = new LinkedHashMap<>();
      map.forEach(
          (key, element) -> {
            String name = String.valueOf(key);
            String at = pointer + "/" + JsonValues.token(name);
            if (!data && name.equals(REF) && element instanceof String ref) {
              checkReference(at, ref);
            }
            boolean inData = data || DATA.contains(name) || name.startsWith("x-");
            copy.put(name, value(at, element, depth + 1, inData));
          });
      return copy;
    }

    private void checkReference(String pointer, String reference) {
      if (!reference.startsWith("#/")) {
        fault(
            pointer,
            "REMOTE_REFERENCE",
            "'"
                + reference
                + "' lies outside of this document, from where nothing is loaded: put it in.");
      }
    }

    void fault(String pointer, String code, String message) {
      if (faults.size() < MOST_FAULTS) {
        faults.add(new Fault(pointer, code, message));
      }
    }
  }

  /** The object at a name; empty where there is none. */
  static Map<String, Object> object(Map<String, Object> parent, String name) {
    return parent.get(name) instanceof Map<?, ?> map ? keyed(map) : Map.of();
  }

  static Optional<String> text(Map<String, Object> parent, String name) {
    return parent.get(name) instanceof String text && !text.isBlank()
        ? Optional.of(text.strip())
        : Optional.empty();
  }

  /**
   * The object itself, or what it refers to.
   *
   * @param pointer of the object, for faults
   */
  Map<String, Object> resolved(String pointer, Object value) throws Unfit {
    Object at = value;
    for (int i = 0; i < LONGEST_CHAIN; i++) {
      if (!(at instanceof Map<?, ?> map)) {
        throw new Unfit(pointer, "WRONG_TYPE", "An object is expected here.");
      }
      if (!(map.get(REF) instanceof String reference)) {
        return keyed(map);
      }
      at = referred(pointer, reference);
    }
    throw new Unfit(pointer, "CIRCULAR_REFERENCE", "This refers to itself without an end.");
  }

  /** What a reference {@code #/…} means. */
  Object referred(String pointer, String reference) throws Unfit {
    Object at = root;
    for (String token : reference.substring(2).split("/")) {
      String key =
          token.replace("~1", "/").replace("~0", "~").replace("%7B", "{").replace("%7D", "}");
      at = at instanceof Map<?, ?> map ? map.get(key) : null;
    }
    if (at == null) {
      throw new Unfit(pointer, "UNKNOWN_REFERENCE", "There is nothing at '" + reference + "'.");
    }
    return at;
  }

  @SuppressWarnings("unchecked") // made by Copy
  static Map<String, Object> keyed(Map<?, ?> map) {
    return (Map<String, Object>) map;
  }
}
