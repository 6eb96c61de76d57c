package org.standardops.rest.http;

import java.util.Optional;

/**
 * A thing that a POST made.
 *
 * @param path below the base path
 * @param isNew false where it was there, and is answered as it is
 */
public record Created(String path, Optional<String> etag, Object body, boolean isNew) {

  public Created(String path, Optional<String> etag, Object body) {
    this(path, etag, body, true);
  }
}
