package org.standardops.atom.tencent.cdn.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.standardops.atom.Atom;
import org.standardops.atom.Cancellation;
import org.standardops.atom.Outcome;
import org.standardops.atom.Parameters;
import org.standardops.atom.Touched;
import org.standardops.atom.testkit.AtomContract;
import org.standardops.atom.testkit.AtomRun;
import org.standardops.atom.testkit.TestCall;
import org.standardops.atom.testkit.TestServer.Reply;

final class PrefetchAtomTest extends AtomContract {

  private static final String PUSH = "PushUrlsCache";
  private static final String PURGE = "PurgeUrlsCache";
  private static final List<String> TWO = urls(2);

  private final PrefetchAtom atom = new PrefetchAtom();
  private TestCall call;
  private FakeCdn cdn;
  private AtomRun run;

  @Override
  protected Atom atom() {
    return atom;
  }

  @Override
  protected String code() {
    return "tencent-cdn-prefetch";
  }

  @AfterEach
  void stopCdn() {
    if (cdn != null) {
      cdn.close();
    }
  }

  @Test
  void pushesAndWaitsUntilAllIsDone() throws Exception {
    begin(Map.of("urls", TWO));

    Map<String, Object> outputs = succeeded();

    assertThat(outputs)
        .isEqualTo(
            Map.of(
                "taskIds", List.of("t0"),
                "refreshTaskIds", List.of(),
                "done", 2,
                "failed", List.of()));
    assertThat(cdn.tasks(PURGE)).isEmpty();
    assertThat(call.toldProgress()).endsWith(1.0);
  }

  @Test
  void pushesOnlyWhenTheRefreshIsDone() throws Exception {
    begin(Map.of("urls", TWO, "forceRefresh", true));

    Map<String, Object> outputs = succeeded();

    assertThat(outputs)
        .containsEntry("refreshTaskIds", List.of("t0"))
        .containsEntry("taskIds", List.of("t1"))
        .containsEntry("done", 2);
    Instant refreshed = cdn.tasks(PURGE).get(0).made().plus(Duration.ofSeconds(5));
    assertThat(cdn.tasks(PUSH).get(0).made()).isAfterOrEqualTo(refreshed);
  }

  @Test
  void pushesNothingWhenTheRefreshFailed() throws Exception {
    begin(Map.of("urls", TWO, "forceRefresh", true));
    cdn.statuses.put(PURGE + " " + TWO.get(1), "fail");

    Outcome.Failed failed = (Outcome.Failed) run.toEnd();

    assertThat(failed.code()).isEqualTo("REFRESH_FAILED");
    assertThat(failed.reason()).contains(TWO.get(1)).contains("'fail'");
    assertThat(failed.outputs()).containsEntry("done", 0);
    assertThat(cdn.tasks(PUSH)).isEmpty();
  }

  @Test
  void splitsManyUrlsAndCountsThemOnce() throws Exception {
    List<String> urls = new ArrayList<>(urls(1_201));
    urls.add(urls.get(0));
    begin(Map.of("urls", urls));

    Map<String, Object> outputs = succeeded();

    assertThat(outputs)
        .containsEntry("taskIds", List.of("t0", "t1", "t2"))
        .containsEntry("done", 1_201);
    assertThat(cdn.tasks(PUSH))
        .extracting(task -> task.urls().size())
        .containsExactly(500, 500, 201);
  }

  @Test
  void failsWithTheUrlsThatFailed() throws Exception {
    begin(Map.of("urls", TWO));
    cdn.statuses.put(PUSH + " " + TWO.get(0), "invalid");

    Outcome.Failed failed = (Outcome.Failed) run.toEnd();

    assertThat(failed.code()).isEqualTo("PREFETCH_FAILED");
    assertThat(failed.reason()).startsWith("1 of 2 URLs could not be prefetched: " + TWO.get(0));
    assertThat(failed.retryable()).isTrue();
    assertThat(failed.touched()).isEqualTo(Touched.YES);
    assertThat(failed.outputs()).containsEntry("done", 1);
    assertThat(failed.outputs().get("failed").toString()).contains(TWO.get(0)).contains("4xx");
  }

  @Test
  void keepsTheHandleWithinItsLimitHoweverManyFail() throws Exception {
    List<String> urls = urls(1_000);
    begin(Map.of("urls", urls));
    urls.forEach(url -> cdn.statuses.put(PUSH + " " + url, "fail"));

    Outcome.Failed failed = (Outcome.Failed) run.toEnd();

    assertThat(failed.reason()).startsWith("1000 of 1000 URLs").contains("and 997 more");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aCrashAtAnyCallMakesNoTaskTwice(boolean forceRefresh) throws Exception {
    for (int crashAt = 0; crashAt < 12; crashAt++) {
      begin(Map.of("urls", urls(501), "forceRefresh", forceRefresh));
      for (int calls = 0; calls < crashAt; calls++) {
        run.next();
      }
      run.nextAndLoseTheAnswer();
      call.clock().advance(Duration.ofSeconds(1));

      assertThat(succeeded()).as("crash at call %d", crashAt).containsEntry("done", 501);

      assertThat(cdn.tasks(PUSH)).as("pushes, crash at call %d", crashAt).hasSize(2);
      assertThat(cdn.tasks(PURGE)).hasSize(forceRefresh ? 2 : 0);
      cdn.close();
    }
  }

  @Test
  void pushesAfterLookingHalfAMinuteWhereTheCallNeverArrived() throws Exception {
    begin(Map.of("urls", TWO));
    cdn.refuse(PUSH, Reply.text(502, "lost on its way"));
    run.nextAndLoseTheAnswer();
    Instant crash = call.clock().instant();

    succeeded();

    assertThat(cdn.tasks(PUSH)).hasSize(1);
    assertThat(cdn.tasks(PUSH).get(0).made())
        .isBetween(crash.plusSeconds(30), crash.plusSeconds(40));
  }

  @Test
  void doesNotTakeAnotherOnesPushForItsOwn() throws Exception {
    begin(Map.of("urls", TWO));
    cdn.addTask(PUSH, List.of(TWO.get(0)));
    cdn.addTask(PUSH, List.of(TWO.get(0), TWO.get(1), "http://cdn.example.com/more"));
    cdn.refuse(PUSH, Reply.text(502, "lost on its way"));
    run.nextAndLoseTheAnswer();

    assertThat(succeeded()).containsEntry("taskIds", List.of("t2"));
  }

  @Test
  void looksForThePushWhereItsAnswerWasUnclear() throws Exception {
    begin(Map.of("urls", TWO));
    cdn.spoil(PUSH, Reply.text(504, "gateway time-out"));

    assertThat(succeeded()).containsEntry("taskIds", List.of("t0"));
    assertThat(cdn.tasks(PUSH)).hasSize(1);
  }

  @Test
  void looksAmongAllPagesOfPushes() throws Exception {
    begin(Map.of("urls", TWO));
    cdn.spoil(PUSH, FakeCdn.error("InternalError.SystemError"));
    run.next();
    for (int i = 0; i < 250; i++) {
      cdn.addTask(PUSH, List.of(TWO.get(0)));
    }

    assertThat(succeeded()).containsEntry("taskIds", List.of("t0"));
    assertThat(cdn.tasks(PUSH)).hasSize(251);
  }

  @Test
  void findsThePushOfAnEarlierAttemptOfTheSameIntent() throws Exception {
    begin(Map.of("urls", TWO));
    run.next();
    call.clock().advance(Duration.ofMinutes(30));
    TestCall retry =
        connected(TestCall.with(Map.of("urls", TWO)).startedAt(call.clock().instant()))
            .intentStartedAt(call.attemptStartedAt());

    Outcome outcome = AtomRun.retrying(atom, code(), retry).toEnd();

    assertThat(((Outcome.Succeeded) outcome).outputs()).containsEntry("taskIds", List.of("t0"));
    assertThat(cdn.tasks(PUSH)).hasSize(1);
  }

  @Test
  void triesAgainLaterWhereItAsksTooOften() throws Exception {
    begin(Map.of("urls", TWO));
    cdn.refuse(PUSH, FakeCdn.error("RequestLimitExceeded"));
    cdn.refuse("DescribePushTasks", FakeCdn.error("RequestLimitExceeded"));

    succeeded();

    assertThat(cdn.tasks(PUSH)).hasSize(1);
  }

  @Test
  void failsAtOnceWithTheWordsOfTheOutside() throws Exception {
    begin(Map.of("urls", TWO));
    cdn.refuse(PUSH, FakeCdn.error("AuthFailure.SignatureFailure"));

    Outcome.Failed failed = (Outcome.Failed) run.next();

    assertThat(failed.reason())
        .isEqualTo(
            "PushUrlsCache was refused: AuthFailure.SignatureFailure: As said. (request r9)");
    assertThat(failed.retryable()).isFalse();
    assertThat(failed.touched()).isEqualTo(Touched.NO);
  }

  @Test
  void tellsThatTheRefreshWasMadeWhereThePushIsRefused() throws Exception {
    begin(Map.of("urls", TWO, "forceRefresh", true));
    cdn.refuse(PUSH, FakeCdn.error("LimitExceeded.CdnPushExceedDayLimit"));

    Outcome.Failed failed = (Outcome.Failed) run.toEnd();

    assertThat(failed.touched()).isEqualTo(Touched.YES);
    assertThat(failed.outputs()).containsEntry("refreshTaskIds", List.of("t0"));
  }

  @Test
  void givesUpAtItsDeadline() throws Exception {
    begin(Map.of("urls", TWO, "deadline", "PT5M"));
    cdn.unlisted.add("t0");

    Outcome.Failed failed = (Outcome.Failed) run.toEnd();

    assertThat(failed.code()).isEqualTo("DEADLINE");
    assertThat(failed.touched()).isEqualTo(Touched.MAYBE);
    assertThat(failed.outputs()).containsEntry("taskIds", List.of("t0"));
  }

  @Test
  void passesTheAreaOnAsTheApiKnowsIt() throws Exception {
    begin(Map.of("urls", TWO, "forceRefresh", true, "area", "global"));

    succeeded();

    assertThat(cdn.tasks(PUSH).get(0).area()).isEqualTo("global");
    assertThat(cdn.tasks(PURGE).get(0).area()).isNull();
  }

  @Test
  void saysWhichFileToWriteWhereNothingIsConfigured() throws Exception {
    Outcome.Failed failed = (Outcome.Failed) atom.start(TestCall.with(Map.of("urls", TWO)));

    assertThat(failed.code()).isEqualTo("NOT_CONFIGURED");
    assertThat(failed.reason()).contains("etc/org.standardops.tencentcloud.cfg");
    assertThat(failed.touched()).isEqualTo(Touched.NO);
  }

  @Test
  void saysHowToWriteAnEndpoint() {
    TestCall wrong =
        TestCall.with(Map.of("urls", TWO))
            .connection(
                "tencentcloud",
                Map.of("secretId", "AKIDx", "secretKey", "k", "endpoint", "localhost:1"));

    assertThat(((Outcome.Failed) atom.start(wrong)).reason()).contains("scheme://host:port");
  }

  @Test
  void remembersWhatItDidWhereTheAccessIsTakenAway() throws Exception {
    begin(Map.of("urls", TWO));
    run.next();
    call.connection("tencentcloud", Map.of());

    assertThat(((Outcome.Failed) run.next()).touched()).isEqualTo(Touched.MAYBE);
  }

  @Test
  void logsNoKey() throws Exception {
    begin(Map.of("urls", TWO));

    succeeded();

    assertThat(call.log().lines()).isNotEmpty().noneMatch(line -> line.contains("s3cret"));
  }

  @Test
  void showsHowManyUrlsAreDone() throws Exception {
    begin(Map.of("urls", urls(600)));
    succeeded();

    assertThat(call.toldProgress()).isSorted().contains(500.0 / 600).endsWith(1.0);
  }

  @Test
  void cannotStopAPushThatRuns() throws Exception {
    begin(Map.of("urls", TWO));
    Outcome.Poll poll = (Outcome.Poll) run.next();

    assertThat(((Cancellation.CannotCancel) atom.cancel(call, poll.handle())).reason())
        .contains("t0");
  }

  @Test
  void refusesWhatIsNoUrl() {
    List<String> urls = List.of("http://cdn.example.com/a", "/b", "${MORE}", "ftp://c/d");

    assertThat(atom.check(new Parameters(Map.of("urls", urls))))
        .extracting(fault -> fault.pointer())
        .containsExactly("/urls/1", "/urls/3");
  }

  private void begin(Map<String, Object> parameters) {
    call = TestCall.with(parameters);
    cdn = new FakeCdn(call.clock());
    connected(call);
    run = new AtomRun(atom, code(), call);
  }

  private TestCall connected(TestCall to) {
    Map<String, String> connection = new HashMap<>();
    connection.put("endpoint", cdn.server.uri("").toString());
    connection.put("secretId", "AKIDx");
    connection.put("secretKey", "s3cret");
    return to.connection("tencentcloud", connection);
  }

  private Map<String, Object> succeeded() throws Exception {
    Outcome outcome = run.toEnd();
    assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
    return ((Outcome.Succeeded) outcome).outputs();
  }

  private static List<String> urls(int count) {
    return IntStream.range(0, count).mapToObj(i -> "http://cdn.example.com/f/" + i).toList();
  }
}
