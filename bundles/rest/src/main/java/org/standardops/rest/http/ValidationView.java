package org.standardops.rest.http;

import java.util.List;
import org.standardops.model.Fault;
import org.standardops.services.Validation;
import org.standardops.services.Warning;

/** What a check found. */
public record ValidationView(boolean valid, List<Fault> errors, List<Warning> warnings) {

  public static ValidationView of(Validation validation, Language language) {
    return new ValidationView(
        validation.isValid(),
        FaultTexts.in(language, validation.errors()),
        FaultTexts.warnings(language, validation.warnings()));
  }
}
