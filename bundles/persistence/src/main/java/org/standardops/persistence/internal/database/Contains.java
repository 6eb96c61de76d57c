package org.standardops.persistence.internal.database;

import java.util.Locale;

/** Search for a part of a text, whatever its case. */
public final class Contains {

  private Contains() {}

  /** The pattern for {@code LOWER(column) LIKE}; what is special in patterns stands for itself. */
  public static String pattern(String part) {
    return "%" + part.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
  }
}
