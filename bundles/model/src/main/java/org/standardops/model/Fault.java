package org.standardops.model;

import java.util.Objects;

/**
 * One thing wrong with what a client sent.
 *
 * @param pointer RFC 6901 JSON pointer into the body, such as {@code /steps/0/nodes/1/params/urls};
 *     {@code ?limit} for a query parameter
 * @param code a stable UPPER_CASE word, such as {@code UNKNOWN_ATOM}
 * @param message what is wrong and what to do, for people
 */
public record Fault(String pointer, String code, String message) {

  public Fault {
    Objects.requireNonNull(pointer);
    Objects.requireNonNull(code);
    Objects.requireNonNull(message);
  }

  /** The same fault, seen from further outside. */
  public Fault under(String prefix) {
    return new Fault(prefix + pointer, code, message);
  }
}
