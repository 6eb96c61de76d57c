package org.standardops.model;

import java.util.List;

/**
 * What a text for people may be: not too long, and of characters that every database and screen can
 * take.
 *
 * @param required false: may be empty
 * @param longest number of UTF-16 units
 * @param lines true: may have line breaks and tabs
 */
public record TextLimit(boolean required, int longest, boolean lines) {

  /** A name: one line that is not empty. */
  public static TextLimit name(int longest) {
    return new TextLimit(true, longest, false);
  }

  /** One line that may be empty. */
  public static TextLimit line(int longest) {
    return new TextLimit(false, longest, false);
  }

  /** Several lines, or nothing. */
  public static TextLimit lines(int longest) {
    return new TextLimit(false, longest, true);
  }

  /** At most one fault: {@code MISSING}, {@code TOO_LONG} or {@code INVALID_VALUE}. */
  public List<Fault> check(String pointer, String text) {
    if (required && text.isBlank()) {
      return List.of(new Fault(pointer, "MISSING", "This must not be empty."));
    }
    if (text.length() > longest) {
      return List.of(
          new Fault(
              pointer,
              "TOO_LONG",
              "At most " + longest + " characters are allowed; these are " + text.length() + "."));
    }
    if (text.codePoints().anyMatch(this::isRefused)) {
      return List.of(
          new Fault(
              pointer,
              "INVALID_VALUE",
              "Control characters and halves of surrogate pairs are not allowed here."));
    }
    return List.of();
  }

  private boolean isRefused(int character) {
    if (lines && (character == '\n' || character == '\r' || character == '\t')) {
      return false;
    }
    return Character.isISOControl(character)
        || character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
  }
}
