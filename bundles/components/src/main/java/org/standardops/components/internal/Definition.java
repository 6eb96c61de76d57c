package org.standardops.components.internal;

import java.util.List;
import org.standardops.model.Fault;

/**
 * What was made of a document; kept as JSON, so that a version means the same however the server
 * reads documents later.
 *
 * @param server URL of the API, without a slash at its end
 * @param skipped operations that could not be taken, and why
 */
record Definition(
    String name,
    String version,
    String title,
    Kind kind,
    String server,
    List<ApiOperation> operations,
    List<Fault> skipped) {

  /** What kind of document it was. */
  enum Kind {
    OPENAPI,
    /** A resource list of BlueKing's API gateway. */
    BLUEKING
  }

  /** The outside system whose connection gives the access. */
  String system() {
    return kind == Kind.BLUEKING ? "blueking" : "component-" + name;
  }
}
