package org.standardops.engine.port;

/** The database refuses this very data; the same data is refused again. */
public final class RejectedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public RejectedException(String message, Throwable cause) {
    super(message, cause);
  }
}
