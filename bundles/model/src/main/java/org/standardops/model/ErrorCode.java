package org.standardops.model;

/**
 * Every reason for which a call is refused, in alphabetical order; the kind decides the HTTP
 * status.
 */
public enum ErrorCode {
  ALREADY_EXISTS(Kind.CONFLICT),
  ATTEMPT_CHANGED(Kind.CONFLICT),
  ETAG_CHANGED(Kind.PRECONDITION_FAILED),
  FORBIDDEN(Kind.FORBIDDEN),
  GONE(Kind.GONE),
  IDEMPOTENCY_KEY_IN_WORK(Kind.CONFLICT),
  IDEMPOTENCY_KEY_REUSED(Kind.INVALID),
  IF_MATCH_MISSING(Kind.PRECONDITION_MISSING),
  INTERNAL(Kind.INTERNAL),
  INVALID(Kind.INVALID),
  IN_USE(Kind.CONFLICT),
  METHOD_NOT_ALLOWED(Kind.METHOD_NOT_ALLOWED),
  NOT_ACCEPTABLE(Kind.NOT_ACCEPTABLE),
  NOT_FOUND(Kind.NOT_FOUND),
  NOT_PUBLISHED(Kind.CONFLICT),
  PASSWORD_CHANGE_REQUIRED(Kind.FORBIDDEN),
  STATE_FORBIDS(Kind.CONFLICT),
  TOO_LARGE(Kind.TOO_LARGE),
  TOO_MANY_REQUESTS(Kind.TOO_MANY_REQUESTS),
  UNAUTHENTICATED(Kind.UNAUTHENTICATED),
  UNAVAILABLE(Kind.UNAVAILABLE),
  UNREADABLE(Kind.UNREADABLE),
  UNSUPPORTED_MEDIA_TYPE(Kind.UNSUPPORTED_MEDIA_TYPE);

  /** What kind of refusal it is. */
  public enum Kind {
    UNREADABLE(400),
    UNAUTHENTICATED(401),
    FORBIDDEN(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    CONFLICT(409),
    GONE(410),
    PRECONDITION_FAILED(412),
    TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    INVALID(422),
    PRECONDITION_MISSING(428),
    TOO_MANY_REQUESTS(429),
    INTERNAL(500),
    UNAVAILABLE(503);

    private final int status;

    Kind(int status) {
      this.status = status;
    }

    /** The HTTP status. */
    public int status() {
      return status;
    }
  }

  private final Kind kind;

  ErrorCode(Kind kind) {
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
