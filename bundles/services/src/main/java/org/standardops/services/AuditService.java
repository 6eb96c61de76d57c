package org.standardops.services;

import java.util.Optional;
import org.standardops.engine.port.AuditRecord;
import org.standardops.model.BusinessId;
import org.standardops.model.Page;
import org.standardops.services.port.AuditStore;

/** Who did or tried what. Thread-safe. */
public interface AuditService {

  /**
   * Records what has just happened. What cannot be recorded is in the server's log as an error; the
   * call that it is about is answered all the same.
   *
   * @param caller of a failed sign-in: with the name that was tried
   */
  void note(Caller caller, Note note);

  /**
   * Newest first. A platform admin sees all; a business admin asks for the own business.
   *
   * @throws org.standardops.model.ProductException FORBIDDEN, NOT_FOUND
   */
  Page<AuditRecord> list(Caller caller, AuditStore.Filter filter, Page.Request page);

  /**
   * Something done or tried.
   *
   * @param operation such as {@code CREATE_BUSINESS}
   * @param resource path below the API's base path
   * @param after the resource as it is answered, as JSON without secrets
   */
  record Note(
      String operation,
      String resource,
      Optional<BusinessId> business,
      AuditRecord.Outcome outcome,
      Optional<String> after) {}
}
