package org.standardops.atom.answer;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A value that is looked for in an answer. */
public record Condition(Pointer pointer, Object expected) {

  public static Condition of(Map<?, ?> parameter) {
    return new Condition(new Pointer((String) parameter.get("pointer")), parameter.get("equals"));
  }

  public boolean holds(Object body) {
    return equal(pointer.find(body).orElse(null), expected);
  }

  /** Equal as JSON: 1 and 1.0 are one number. */
  private static boolean equal(Object found, Object wanted) {
    if (found instanceof Number && wanted instanceof Number) {
      return new BigDecimal(found.toString()).compareTo(new BigDecimal(wanted.toString())) == 0;
    }
    return found == null ? wanted == null : found.equals(wanted);
  }

  @Override
  public String toString() {
    return pointer + " = " + new String(JsonBytes.write(expected), StandardCharsets.UTF_8);
  }
}
