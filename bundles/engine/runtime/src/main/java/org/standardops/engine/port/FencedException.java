package org.standardops.engine.port;

/** Another server holds the shard now: this one must not write, and stops. */
public final class FencedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public FencedException(String message, Throwable cause) {
    super(message, cause);
  }
}
