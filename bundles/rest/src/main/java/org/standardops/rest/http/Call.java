package org.standardops.rest.http;

import java.util.Optional;
import org.standardops.rest.contract.Body;
import org.standardops.services.Caller;

/**
 * A request in hand: who makes it, and what was sent, already held to the document.
 *
 * @param path below the base path, such as {@code /people}
 */
public record Call(
    Caller caller,
    String method,
    String path,
    Language language,
    Optional<String> idempotencyKey,
    Body body) {}
