package org.standardops.atom;

import java.io.IOException;
import java.util.Objects;

/** No usable answer came. */
public final class HttpFailed extends IOException {

  private static final long serialVersionUID = 1L;

  private final String code;
  private final Touched touched;
  private final boolean retryable;

  /**
   * @param code {@code CONNECT}, {@code TIMEOUT}, {@code DESTINATION_REFUSED}, {@code TOO_LARGE},
   *     {@code CONNECTION_LOST}, {@code CANCELLED}, {@code INVALID_REQUEST}
   * @param message where it went and what happened, for people
   */
  public HttpFailed(
      String code, String message, Touched touched, boolean retryable, Throwable cause) {
    super(message, cause);
    this.code = Objects.requireNonNull(code);
    this.touched = Objects.requireNonNull(touched);
    this.retryable = retryable;
  }

  public String code() {
    return code;
  }

  /** {@link Touched#NO} where no byte of the request can have arrived. */
  public Touched touched() {
    return touched;
  }

  public boolean retryable() {
    return retryable;
  }

  /** As the outcome of an atom. */
  public Outcome.Failed asOutcome() {
    return new Outcome.Failed(code, getMessage(), retryable, touched);
  }
}
