package org.standardops.outbound.internal;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import org.standardops.atom.HttpFailed;
import org.standardops.atom.Touched;

/** Tells people and the engine why no answer came. */
final class Failure {

  private Failure() {}

  /**
   * @param sending true where a byte of a request may have gone out
   */
  static HttpFailed of(IOException why, OutgoingRequest request, TimeLimit limit, boolean sending) {
    Touched touched = sending ? Touched.MAYBE : Touched.NO;
    if (why instanceof DestinationRefused refused) {
      return new HttpFailed("DESTINATION_REFUSED", refused.getMessage(), touched, false, why);
    }
    if (limit.cancelled()) {
      return failed("CANCELLED", request, "was ended, as its node was stopped", touched, why);
    }
    if (limit.passed() || why instanceof SocketTimeoutException) {
      String text = "had no complete answer within " + limit.whole();
      return failed("TIMEOUT", request, text, touched, why);
    }
    if (why instanceof UnknownHostException) {
      String text = "could not be sent: no address is known of the host";
      return failed("CONNECT", request, text, touched, why);
    }
    if (sending) {
      String text = "had no complete answer: " + reason(why);
      return failed("CONNECTION_LOST", request, text, touched, why);
    }
    return failed("CONNECT", request, "could not connect: " + reason(why), touched, why);
  }

  private static HttpFailed failed(
      String code, OutgoingRequest request, String text, Touched touched, IOException why) {
    boolean retryable = !code.equals("CANCELLED");
    return new HttpFailed(code, request.label() + " " + text + ".", touched, retryable, why);
  }

  private static String reason(IOException why) {
    return why.getMessage() == null ? why.getClass().getSimpleName() : why.getMessage();
  }
}
