package org.standardops.components.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An operation of an API, as its atom needs it.
 *
 * @param code of the atom
 * @param name by language; so too description
 * @param path below the server's URL, with {@code {name}} for its parameters
 * @param sendsBody whether the parameter {@code body} is sent
 * @param idempotent whether a call may be made again when its answer was lost
 * @param parameters JSON Schema
 * @param outputs JSON Schema
 */
record ApiOperation(
    String id,
    String code,
    Map<String, String> name,
    Map<String, String> description,
    String method,
    String path,
    List<Field> fields,
    boolean sendsBody,
    SignIn signIn,
    boolean idempotent,
    Map<String, Object> parameters,
    Map<String, Object> outputs) {

  /** Parameters of each atom beside those of its operation. */
  static final String BODY = "body";

  static final String EXTRACT = "extract";
  static final String TIMEOUT = "timeout";
  static final Set<String> OWN = Set.of(BODY, EXTRACT, TIMEOUT);

  private static final Set<String> READ_ONLY = Set.of("GET", "HEAD", "OPTIONS");

  boolean readOnly() {
    return READ_ONLY.contains(method);
  }

  /**
   * A parameter that goes into the request.
   *
   * @param parameter its name in the atom's form
   * @param name in the request
   * @param exploded whether each element of a list is sent by itself
   */
  record Field(String parameter, String name, Place place, boolean exploded) {}

  /** Where a parameter stands. */
  enum Place {
    PATH,
    QUERY,
    HEADER
  }

  /**
   * How a request proves who sends it.
   *
   * @param name of the header or query parameter, where the kind has one
   */
  record SignIn(Kind kind, String name) {

    static final SignIn NONE = new SignIn(Kind.NONE, "");

    /** Which settings of the connection it takes. */
    enum Kind {
      NONE,
      BASIC,
      BEARER,
      HEADER,
      QUERY,
      BLUEKING_APP,
      BLUEKING_USER
    }
  }
}
