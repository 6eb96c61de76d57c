package org.standardops.examples.walk;

/** The server did something else than the product promises: the walk ends here. */
final class Stumble extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Stumble(String message) {
    super(message);
  }
}
