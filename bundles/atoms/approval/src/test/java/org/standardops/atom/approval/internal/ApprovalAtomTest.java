package org.standardops.atom.approval.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.standardops.atom.Answer;
import org.standardops.atom.Atom;
import org.standardops.atom.Cancellation;
import org.standardops.atom.Outcome;
import org.standardops.atom.Parameters;
import org.standardops.atom.Touched;
import org.standardops.atom.testkit.AtomContract;
import org.standardops.atom.testkit.AtomRun;
import org.standardops.atom.testkit.TestCall;

final class ApprovalAtomTest extends AtomContract {

  private static final Map<String, Object> ASKED =
      Map.of("question", "Go on?", "people", List.of("ann", "bob"), "deadline", "PT1H");

  private final ApprovalAtom atom = new ApprovalAtom();
  private final TestCall call = TestCall.with(ASKED);
  private final AtomRun run = new AtomRun(atom, "approval", call);

  @Override
  protected Atom atom() {
    return atom;
  }

  @Override
  protected String code() {
    return "approval";
  }

  @Override
  protected Optional<Class<? extends Record>> record() {
    return Optional.of(ApprovalParameters.class);
  }

  @Test
  void asksThePeopleUntilTheDeadline() throws Exception {
    assertThat(run.next())
        .isEqualTo(
            new Outcome.AwaitPerson(
                Map.of(), "Go on?", List.of("ann", "bob"), Optional.of(Duration.ofHours(1))));
  }

  @Test
  void succeedsWhereOneApproves() throws Exception {
    run.next();

    Outcome outcome = run.answer(new Answer.Person(true, "bob", "fine"));

    assertThat(outcome)
        .isEqualTo(
            new Outcome.Succeeded(
                Map.of(
                    "decision", "APPROVED",
                    "by", "bob",
                    "comment", "fine",
                    "at", "2026-01-01T00:00:00Z")));
    assertThat(call.log().lines()).contains("INFO bob approved: fine");
  }

  @Test
  void failsWithTheReasonWhereOneRejects() throws Exception {
    run.next();

    Outcome.Failed failed =
        (Outcome.Failed) run.answer(new Answer.Person(false, "ann", "too late in the day"));

    assertThat(failed.code()).isEqualTo("REJECTED");
    assertThat(failed.reason()).isEqualTo("ann rejected: too late in the day");
    assertThat(failed.retryable()).isFalse();
    assertThat(failed.touched()).isEqualTo(Touched.NO);
    assertThat(failed.outputs()).containsEntry("decision", "REJECTED").containsEntry("by", "ann");
  }

  @Test
  void leavesNothingBehindWhereItIsCancelled() throws Exception {
    run.next();

    assertThat(run.cancel()).isEqualTo(new Cancellation.Cancelled());
  }

  @Test
  void namesADeadlineThatIsNone() {
    assertThat(atom.check(new Parameters(Map.of("question", "Go on?", "deadline", "PT0S"))))
        .singleElement()
        .satisfies(fault -> assertThat(fault.message()).contains("longer than nothing"));
    assertThat(atom.check(new Parameters(Map.of("question", "Go on?", "deadline", "soon"))))
        .singleElement()
        .satisfies(fault -> assertThat(fault.message()).contains("'deadline' is no Duration"));
  }
}
