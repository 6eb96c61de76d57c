package org.standardops.atom.tencent.cloud.internal;

import java.util.Map;
import org.standardops.atom.HttpFailed;
import org.standardops.atom.Outcome;
import org.standardops.atom.Touched;
import org.standardops.atom.answer.Pointer;

/** The cloud refused, or gave no answer. */
final class CloudFailed extends Exception {

  private static final long serialVersionUID = 1L;

  private final String code;
  private final Touched touched;
  private final boolean passing;
  private final transient Map<String, Object> response;

  /**
   * @param passing true where the same call may work a little later
   * @param response that came all the same, may be empty
   */
  CloudFailed(
      String code,
      String message,
      Touched touched,
      boolean passing,
      Map<String, Object> response,
      Throwable cause) {
    super(message, cause);
    this.code = code;
    this.touched = touched;
    this.passing = passing;
    this.response = response;
  }

  static CloudFailed withoutAnswer(CloudRequest request, HttpFailed why) {
    return new CloudFailed(
        why.code(),
        request + ": " + why.getMessage(),
        request.readOnly() ? Touched.NO : why.touched(),
        why.retryable(),
        Map.of(),
        why);
  }

  /** An answer with an error in it, in Tencent Cloud's words. */
  static CloudFailed of(CloudRequest request, Map<String, Object> response) {
    String error = text(response, "/Error/Code", "without a code");
    boolean inside = error.startsWith("InternalError") || error.startsWith("FailedOperation");
    boolean tooOften = error.startsWith("RequestLimitExceeded") || error.endsWith("TooOften");
    boolean away = error.startsWith("ServiceUnavailable");
    return new CloudFailed(
        tooOften ? "REQUEST_LIMIT" : "TENCENT_CLOUD",
        "%s was refused: %s: %s (request %s)"
            .formatted(
                request,
                error,
                text(response, "/Error/Message", "without a message"),
                text(response, "/RequestId", "without an id")),
        inside && !request.readOnly() ? Touched.MAYBE : Touched.NO,
        inside || tooOften || away,
        response,
        null);
  }

  private static String text(Map<String, Object> response, String pointer, String otherwise) {
    return new Pointer(pointer).find(response).map(String::valueOf).orElse(otherwise);
  }

  boolean passing() {
    return passing;
  }

  Outcome.Failed asOutcome() {
    return new Outcome.Failed(code, getMessage(), passing, touched, outputs());
  }

  /** As the outcome of work that was begun by an earlier call. */
  Outcome.Failed asOutcomeOfWork() {
    return new Outcome.Failed(code, getMessage(), false, Touched.YES, outputs());
  }

  private Map<String, Object> outputs() {
    return response.isEmpty() ? Map.of() : Map.of("response", response);
  }
}
