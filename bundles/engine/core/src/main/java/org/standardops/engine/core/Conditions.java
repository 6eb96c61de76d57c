package org.standardops.engine.core;

import java.util.Optional;
import java.util.function.Function;

/**
 * Evaluates conditions of steps and nodes. Pure: the same text and values give the same answer,
 * always and in bounded time; it reaches nothing but the values.
 */
public interface Conditions {

  /**
   * @param values of {@code KEY}, {@code business.KEY}, {@code task.FIELD}, {@code node.ID}; a JSON
   *     null is {@link org.standardops.model.template.Templates#NULL}
   */
  Answer evaluate(String expression, Function<String, Optional<Object>> values);

  /** Knows no expression: for tasks that have none. */
  Conditions NONE = (expression, values) -> Answer.fault("Conditions are not known here.");

  /**
   * What a condition came to.
   *
   * @param fault why it has no value, for people; empty: it has one
   */
  record Answer(boolean met, Optional<String> fault) {

    /** A value. */
    public static Answer of(boolean met) {
      return new Answer(met, Optional.empty());
    }

    /** No value. */
    public static Answer fault(String reason) {
      return new Answer(false, Optional.of(reason));
    }
  }
}
