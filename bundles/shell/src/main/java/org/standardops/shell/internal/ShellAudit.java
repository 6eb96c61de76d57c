package org.standardops.shell.internal;

import java.util.Optional;
import org.standardops.engine.port.AuditRecord.Outcome;
import org.standardops.model.ErrorCode;
import org.standardops.model.ProductException;
import org.standardops.services.AuditService;
import org.standardops.services.Caller;

/**
 * Records what a command changes, and what is refused to it, as the REST API does for its calls:
 * every command that changes something goes through here.
 */
record ShellAudit(AuditService audit, Caller caller) {

  /** What a command does. */
  interface Change<T> {
    T make(Caller caller);
  }

  /** What came of it: its path below the API's base path. */
  interface Named<T> {
    String resource(T made);
  }

  /**
   * Makes the change and records it.
   *
   * @param operation as the table of permissions writes it
   * @param tried the resource as far as it is known before
   */
  <T> T change(String operation, String tried, Named<T> named, Change<T> change) {
    try {
      T made = change.make(caller);
      note(operation, named.resource(made), Outcome.DONE);
      return made;
    } catch (ProductException e) {
      if (e.code() == ErrorCode.FORBIDDEN || e.code() == ErrorCode.NOT_FOUND) {
        note(operation, tried, Outcome.REFUSED);
      }
      throw e;
    }
  }

  private void note(String operation, String resource, Outcome outcome) {
    audit.note(
        caller,
        new AuditService.Note(operation, resource, Optional.empty(), outcome, Optional.empty()));
  }
}
