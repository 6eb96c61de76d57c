package org.standardops.atom.tencent.cdn.internal;

import org.standardops.atom.HttpFailed;
import org.standardops.atom.Outcome;
import org.standardops.atom.Touched;
import org.standardops.atom.answer.JsonObject;

/** The API refused, or gave no answer. */
final class CdnApiFailed extends Exception {

  private static final long serialVersionUID = 1L;

  private final String code;
  private final Touched touched;
  private final boolean passing;

  /**
   * @param passing true where the same call may work a little later
   */
  CdnApiFailed(String code, String message, Touched touched, boolean passing, Throwable cause) {
    super(message, cause);
    this.code = code;
    this.touched = touched;
    this.passing = passing;
  }

  static CdnApiFailed notConfigured(String whatToDo) {
    return new CdnApiFailed("NOT_CONFIGURED", whatToDo + ".", Touched.NO, false, null);
  }

  static CdnApiFailed withoutAnswer(String action, HttpFailed why) {
    return new CdnApiFailed(
        why.code(), action + ": " + why.getMessage(), why.touched(), why.retryable(), why);
  }

  /** An answer with an error in it, in Tencent Cloud's words. */
  static CdnApiFailed of(String action, JsonObject answer) {
    JsonObject error = answer.object("Error").orElseThrow();
    String code = error.text("Code").orElse("without a code");
    boolean insideTencent = code.startsWith("InternalError") || code.startsWith("FailedOperation");
    boolean tooOften = code.startsWith("RequestLimitExceeded") || code.endsWith("TooOften");
    return new CdnApiFailed(
        tooOften ? "REQUEST_LIMIT" : "TENCENT_CLOUD",
        "%s was refused: %s: %s (request %s)"
            .formatted(
                action,
                code,
                error.text("Message").orElse("without a message"),
                answer.text("RequestId").orElse("without an id")),
        insideTencent ? Touched.MAYBE : Touched.NO,
        insideTencent || tooOften,
        null);
  }

  /** True where the call surely changed nothing. */
  boolean refused() {
    return touched == Touched.NO;
  }

  boolean passing() {
    return passing;
  }

  boolean tooOften() {
    return code.equals("REQUEST_LIMIT");
  }

  /**
   * As the outcome of the atom.
   *
   * @param before what earlier calls of the attempt did to the outside
   */
  Outcome.Failed asOutcome(Touched before) {
    return new Outcome.Failed(code, getMessage(), passing, refused() ? before : touched);
  }
}
