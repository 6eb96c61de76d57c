package org.standardops.rest.http;

import java.util.Optional;

/**
 * A thing that a POST made.
 *
 * @param path below the base path
 */
public record Created(String path, Optional<String> etag, Object body) {}
