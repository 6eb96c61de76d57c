package org.standardops.components.internal;

import org.standardops.model.Fault;

/** A part of a document that no atom can be made of. */
final class Unfit extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Fault fault;

  /**
   * @param pointer into the document
   */
  Unfit(String pointer, String code, String message) {
    super(message);
    this.fault = new Fault(pointer, code, message);
  }

  Fault fault() {
    return fault;
  }
}
