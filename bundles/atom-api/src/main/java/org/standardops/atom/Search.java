package org.standardops.atom;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** What {@link Atom#find} found of work that may have begun. */
public sealed interface Search {

  /** It runs or has run: {@link Atom#poll} follows with this handle at once. */
  record Found(Map<String, Object> handle) implements Search {
    public Found {
      handle = Collections.unmodifiableMap(new LinkedHashMap<>(handle));
    }
  }

  /** It surely was never begun: {@link Atom#start} follows. */
  record NotFound() implements Search {}

  /** The outside cannot say: the node becomes UNKNOWN. */
  record CannotTell(String reason) implements Search {
    public CannotTell {
      Objects.requireNonNull(reason);
    }
  }
}
