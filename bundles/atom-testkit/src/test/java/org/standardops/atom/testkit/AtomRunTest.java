package org.standardops.atom.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.standardops.atom.Atom;
import org.standardops.atom.Call;
import org.standardops.atom.Outcome;
import org.standardops.atom.Parameters;
import org.standardops.atom.Recovery;
import org.standardops.atom.Search;

final class AtomRunTest {

  private final TestCall call = TestCall.with(Map.of());
  private final List<String> calls = new ArrayList<>();

  @Test
  void movesTheClockInsteadOfWaiting() throws Exception {
    Outcome outcome = run(Recovery.RERUN, new Search.NotFound()).toEnd();

    assertThat(outcome).isEqualTo(new Outcome.Succeeded(Map.of("n", 2)));
    assertThat(Duration.between(call.attemptStartedAt(), call.clock().instant()))
        .isEqualTo(Duration.ofMinutes(2));
    assertThat(calls).containsExactly("start", "poll 1", "poll 2");
  }

  @Test
  void startsAgainWhereTheAtomMayBeRerun() throws Exception {
    AtomRun run = run(Recovery.RERUN, new Search.NotFound());
    run.nextAndLoseTheAnswer();
    run.next();

    assertThat(calls).containsExactly("start", "start recovering");
  }

  @Test
  void looksFirstWhereTheAtomCanFindItsWork() throws Exception {
    AtomRun run = run(Recovery.REATTACH, new Search.Found(Map.of("n", 1)));
    run.nextAndLoseTheAnswer();
    run.next();

    assertThat(calls).containsExactly("start", "find", "poll 1 recovering");
  }

  @Test
  void asksAPersonWhereNothingCanBeToldOfTheWork() throws Exception {
    AtomRun unknown = run(Recovery.UNKNOWN, new Search.NotFound());
    unknown.nextAndLoseTheAnswer();
    assertThat(unknown.next()).isInstanceOf(Outcome.Unknown.class);

    AtomRun cannotTell = run(Recovery.REATTACH, new Search.CannotTell("no list"));
    cannotTell.nextAndLoseTheAnswer();
    assertThat(cannotTell.next()).isEqualTo(new Outcome.Unknown("no list"));
  }

  @Test
  void pollsWithTheLastHandleAfterALostPoll() throws Exception {
    AtomRun run = run(Recovery.UNKNOWN, new Search.NotFound());
    run.next();
    run.nextAndLoseTheAnswer();
    run.next();

    assertThat(calls).containsExactly("start", "poll 1", "poll 1 recovering");
  }

  @Test
  void findsAHandleThatIsTooLargeForTheJournal() {
    Atom atom = given -> new Outcome.Poll(Duration.ZERO, Map.of("x", "x".repeat(70_000)), "");

    assertThatThrownBy(() -> new AtomRun(atom, "good", call).next())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("65536");
  }

  private AtomRun run(Recovery recovery, Search search) {
    return new AtomRun(new Counting(recovery, search), "good", call);
  }

  private final class Counting implements Atom {
    private final Recovery recovery;
    private final Search search;

    private Counting(Recovery recovery, Search search) {
      this.recovery = recovery;
      this.search = search;
    }

    @Override
    public Outcome start(Call call) {
      note("start", call);
      return new Outcome.Poll(Duration.ofMinutes(1), Map.of("n", 1), "");
    }

    @Override
    public Outcome poll(Call call, Map<String, Object> handle) {
      int n = (Integer) handle.get("n");
      note("poll " + n, call);
      return n == 2
          ? new Outcome.Succeeded(handle)
          : new Outcome.Poll(Duration.ofMinutes(1), Map.of("n", n + 1), "");
    }

    @Override
    public Search find(Call call) {
      calls.add("find");
      return search;
    }

    @Override
    public Optional<Recovery> recovery(Parameters parameters) {
      return Optional.of(recovery);
    }

    private void note(String what, Call call) {
      calls.add(what + (call.recovering() ? " recovering" : ""));
    }
  }
}
