package org.standardops.atom;

import java.util.Objects;

/** What ended a wait for an outside system or a person. */
public sealed interface Answer {

  /**
   * The outside system called back.
   *
   * @param body the JSON value it sent: map, list, text, number, boolean; a body that was no JSON
   *     is a text
   */
  record Callback(Object body) implements Answer {
    public Callback {
      Objects.requireNonNull(body);
    }
  }

  /** A person decided. */
  record Person(boolean approved, String by, String comment) implements Answer {
    public Person {
      Objects.requireNonNull(by);
      Objects.requireNonNull(comment);
    }
  }
}
