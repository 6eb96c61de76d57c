package org.standardops.engine.core;

import java.util.List;
import org.standardops.model.ErrorCode;
import org.standardops.model.Fault;

/** What the machine made of an input. */
public sealed interface Verdict {

  /**
   * The input is taken.
   *
   * @param events to be journalled as one row; empty: nothing changes
   * @param effects to be done after the commit, in order
   * @param state with the events applied
   */
  record Decision(List<Event> events, List<Effect> effects, TaskState state) implements Verdict {
    public Decision {
      events = List.copyOf(events);
      effects = List.copyOf(effects);
    }
  }

  /**
   * The input is refused and nothing changes.
   *
   * @param detail which state forbids it and what would be allowed, for people
   */
  record Rejection(ErrorCode code, String detail, List<Fault> faults) implements Verdict {
    public Rejection {
      faults = List.copyOf(faults);
    }
  }
}
