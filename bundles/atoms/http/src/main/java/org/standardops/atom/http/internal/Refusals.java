package org.standardops.atom.http.internal;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.standardops.atom.Outcome;
import org.standardops.atom.Touched;
import org.standardops.atom.answer.Condition;
import org.standardops.atom.answer.JsonBytes;

/** What an answer that is not the wanted one means. */
final class Refusals {

  private static final String STATUS = "HTTP_STATUS";

  /** Time-out, conflict, locked, too early, too many. */
  private static final Set<Integer> PASSING = Set.of(408, 409, 423, 425, 429);

  private Refusals() {}

  static Outcome unexpected(String label, boolean readOnly, ApiAnswer answer) {
    // A 4xx refuses the request; all else that was not expected may follow a change.
    boolean refused = answer.status() / 100 == 4;
    return new Outcome.Failed(
        STATUS,
        label + " answered " + said(answer),
        passing(answer.status()),
        readOnly || refused ? Touched.NO : Touched.MAYBE);
  }

  static Outcome broken(String label, ApiRequest request, ApiAnswer answer) {
    return new Outcome.Failed(
        "BROKEN_ANSWER",
        label
            + " answered "
            + answer.status()
            + " and JSON that cannot be read: "
            + answer.broken().orElseThrow()
            + ".",
        request.readOnly(),
        request.readOnly() ? Touched.NO : Touched.YES);
  }

  static Outcome callbackSaysFailed(Condition condition, Object answer) {
    String said = new String(JsonBytes.write(answer), StandardCharsets.UTF_8);
    return new Outcome.Failed(
        "FAILED_OUTSIDE",
        "The API called back that the work failed (" + condition + "): " + said,
        true,
        Touched.YES);
  }

  static Outcome lostSight(String label, ApiAnswer answer) {
    return new Outcome.Failed(STATUS, label + " answered " + said(answer), false, Touched.MAYBE);
  }

  static Outcome saysFailed(String label, Condition condition, ApiAnswer answer) {
    return new Outcome.Failed(
        "FAILED_OUTSIDE",
        label + " says that the work failed (" + condition + "): " + answer.told(),
        true,
        Touched.YES);
  }

  /** True for answers that may be others a little later. */
  static boolean passing(int status) {
    return PASSING.contains(status) || status / 100 == 5;
  }

  private static String said(ApiAnswer answer) {
    String told = answer.told();
    return answer.status() + (told.isEmpty() ? " without a body." : ": " + told);
  }
}
