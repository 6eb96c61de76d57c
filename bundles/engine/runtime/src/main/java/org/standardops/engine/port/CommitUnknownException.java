package org.standardops.engine.port;

/** The connection broke while a transaction was being committed. */
public final class CommitUnknownException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public CommitUnknownException(String message, Throwable cause) {
    super(message, cause);
  }
}
