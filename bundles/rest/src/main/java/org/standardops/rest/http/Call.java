package org.standardops.rest.http;

import java.util.Optional;
import org.standardops.model.task.TaskPlan;
import org.standardops.rest.contract.Body;
import org.standardops.services.Caller;

/**
 * A request in hand: who makes it, and what was sent, already held to the document.
 *
 * @param origin of what the request makes: who calls with the session of a browser is the console
 * @param path below the base path, such as {@code /people}
 */
public record Call(
    Caller caller,
    String method,
    String path,
    Language language,
    Optional<String> idempotencyKey,
    TaskPlan.Origin.Kind origin,
    Body body) {

  /** The same request with a body that its resource read itself. */
  public Call withBytes(byte[] bytes) {
    return new Call(
        caller, method, path, language, idempotencyKey, origin, new Body(bytes, Body.NONE.json()));
  }
}
