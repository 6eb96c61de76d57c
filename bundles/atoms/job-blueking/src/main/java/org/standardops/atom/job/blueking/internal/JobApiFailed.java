package org.standardops.atom.job.blueking.internal;

import org.standardops.atom.Outcome;
import org.standardops.atom.Touched;

/** The Job Platform gave no good answer. */
final class JobApiFailed extends Exception {

  private static final long serialVersionUID = 1L;

  private final String code;
  private final boolean passing;
  private final Touched touched;

  private JobApiFailed(
      String code, String message, boolean passing, Touched touched, Throwable cause) {
    super(message, cause);
    this.code = code;
    this.passing = passing;
    this.touched = touched;
  }

  static JobApiFailed notConfigured(String message) {
    return new JobApiFailed("NOT_CONFIGURED", message, false, Touched.NO, null);
  }

  /** It said no: nothing was done. */
  static JobApiFailed refused(String message, boolean passing) {
    return new JobApiFailed("BLUEKING", message, passing, Touched.NO, null);
  }

  /** Nobody knows whether it did what was asked. */
  static JobApiFailed unclear(String message, Throwable cause) {
    return new JobApiFailed("BLUEKING", message, true, Touched.MAYBE, cause);
  }

  static JobApiFailed notSent(String code, String message, boolean passing, Throwable cause) {
    return new JobApiFailed(code, message, passing, Touched.NO, cause);
  }

  boolean passing() {
    return passing;
  }

  Outcome.Failed asOutcome() {
    return new Outcome.Failed(code, getMessage(), passing, touched);
  }
}
