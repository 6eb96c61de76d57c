package org.standardops.services;

import java.util.List;
import org.standardops.model.Fault;

/** What a check of a whole process found; valid where there is no error. */
public record Validation(List<Fault> errors, List<Warning> warnings) {

  public boolean isValid() {
    return errors.isEmpty();
  }
}
