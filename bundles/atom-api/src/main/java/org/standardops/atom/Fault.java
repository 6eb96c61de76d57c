package org.standardops.atom;

import java.util.Objects;

/**
 * One thing wrong with the parameters.
 *
 * @param pointer RFC 6901 JSON pointer into the parameters, such as {@code /urls/3}; empty for the
 *     whole
 * @param code a stable UPPER_CASE word
 * @param message what is wrong and what to do
 */
public record Fault(String pointer, String code, String message) {
  public Fault {
    Objects.requireNonNull(pointer);
    Objects.requireNonNull(code);
    Objects.requireNonNull(message);
  }
}
