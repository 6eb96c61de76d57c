package org.standardops.json;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import com.networknt.schema.regex.RegularExpression;
import com.networknt.schema.regex.RegularExpressionFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.standardops.model.Fault;
import org.standardops.model.JsonValues;

/**
 * Regular expressions of schemas, matched in time that grows with the length of the text alone:
 * people write them, and one that the usual matcher cannot get done with would hold a thread for
 * ever. What that cannot do (back-references, look-around) is a fault of the schema.
 */
final class LinearPatterns implements RegularExpressionFactory {

  private static final int LONGEST = 1_000;

  /** So many steps a character of the text at most. */
  private static final int LARGEST = 1_000;

  /** Under these stand values, which no schema is made of. */
  private static final Set<String> VALUES = Set.of("const", "enum", "default", "examples");

  @Override
  public RegularExpression getRegularExpression(String regex) {
    Pattern pattern = compile(regex);
    return text -> pattern.matcher(text).find();
  }

  /**
   * Compiles one.
   *
   * @throws IllegalArgumentException saying why not
   */
  private static Pattern compile(String regex) {
    if (regex.length() > LONGEST || PatternSize.of(regex) > LARGEST) {
      throw new IllegalArgumentException("it is too large: use fewer or smaller repetitions");
    }
    try {
      return Pattern.compile(withCodePoints(regex));
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(e.getDescription() + ": " + e.getPattern(), e);
    }
  }

  /** As ECMA-262 writes characters by number, the way the matcher reads them. */
  private static String withCodePoints(String regex) {
    return regex.replaceAll("(?<!\\\\)((?:\\\\{2})*)\\\\u([0-9a-fA-F]{4})", "$1\\\\x{$2}");
  }

  /** Every expression of a schema that cannot be used; pointers into the schema. */
  static List<Fault> faults(Object schema) {
    List<Fault> faults = new ArrayList<>();
    find("", schema, faults);
    return faults;
  }

  private static void find(String at, Object value, List<Fault> faults) {
    if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        find(at + "/" + i, list.get(i), faults);
      }
    } else if (value instanceof Map<?, ?> map) {
      map.forEach((key, inner) -> find(at, (String) key, inner, faults));
    }
  }

  private static void find(String around, String key, Object value, List<Fault> faults) {
    String at = around + "/" + JsonValues.token(key);
    if (key.equals("pattern") && value instanceof String regex) {
      check(at, regex, faults);
    } else if (key.equals("patternProperties") && value instanceof Map<?, ?> map) {
      map.keySet().forEach(regex -> check(at, (String) regex, faults));
    }
    if (!VALUES.contains(key)) {
      find(at, value, faults);
    }
  }

  private static void check(String at, String regex, List<Fault> faults) {
    try {
      compile(regex);
    } catch (IllegalArgumentException e) {
      faults.add(
          new Fault(
              at,
              "UNSUPPORTED_PATTERN",
              "This regular expression cannot be used here: " + e.getMessage() + "."));
    }
  }
}
