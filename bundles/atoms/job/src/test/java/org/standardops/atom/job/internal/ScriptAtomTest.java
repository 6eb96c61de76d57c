package org.standardops.atom.job.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.standardops.atom.Atom;
import org.standardops.atom.Business;
import org.standardops.atom.Cancellation;
import org.standardops.atom.Host;
import org.standardops.atom.Outcome;
import org.standardops.atom.Touched;
import org.standardops.atom.job.testing.OpenSshServer;
import org.standardops.atom.testkit.AtomContract;
import org.standardops.atom.testkit.AtomRun;
import org.standardops.atom.testkit.TestBusiness;
import org.standardops.atom.testkit.TestCall;

class ScriptAtomTest extends AtomContract {

  private static final Duration SOON = Duration.ofSeconds(30);

  @TempDir private static Path folder;
  private static OpenSshServer server;
  private static ScriptAtom atom;
  private static int runs;

  @BeforeAll
  static void start() {
    server = OpenSshServer.start(folder);
    atom = new ScriptAtom();
  }

  @AfterAll
  static void stop() {
    atom.close();
    server.close();
  }

  @Override
  protected Atom atom() {
    return atom;
  }

  @Override
  protected String code() {
    return "job-script";
  }

  @Override
  protected Business business() {
    return TestBusiness.withoutHosts()
        .with(new Host("10.0.0.11", 22, "", List.of(), "ops", Optional.of("key")))
        .with(new Host("10.0.0.12", 2222, "", List.of(), "ops", Optional.of("key")));
  }

  @Test
  void runsScriptWithArgumentsAndEnvironmentAsTheyAre() throws Exception {
    Map<String, Object> parameters = parameters("printf '%s|' \"$@\" \"$GREETING\" \"$TOKEN\"", 1);
    parameters.put("arguments", List.of("it's $HOME; rm -rf /", "*", "", "line\nline"));
    parameters.put("environment", Map.of("GREETING", "'; echo no #"));
    parameters.put("secrets", Map.of("TOKEN", "`id`$(id)\\"));
    Outcome.Succeeded done = succeeded(call(parameters));
    assertThat(result(done.outputs(), 0))
        .containsEntry("state", "SUCCEEDED")
        .containsEntry("exitCode", 0)
        .containsEntry("output", "it's $HOME; rm -rf /|*||line\nline|'; echo no #|`id`$(id)\\|");
  }

  @Test
  void runsEachInterpreter() throws Exception {
    for (String[] each :
        new String[][] {
          {"sh", "echo $((6 * 7))"},
          {"bash", "a=(4 2); echo ${a[0]}${a[1]}"},
          {"python3", "print(6 * 7)"},
          {"perl", "print 6 * 7, \"\\n\""}
        }) {
      Map<String, Object> parameters = parameters(each[1], 1);
      parameters.put("interpreter", each[0]);
      assertThat(result(succeeded(call(parameters)).outputs(), 0))
          .as(each[0])
          .containsEntry("output", "42");
    }
  }

  @Test
  void setsOutputsFromTheFirstHostThatNamesThem() throws Exception {
    Map<String, Object> parameters =
        parameters(
            """
            echo "a <SOPS_VAR>host:$STANDARDOPS_HOST</SOPS_VAR> <SOPS_VAR>b:1</SOPS_VAR>"
            echo "<SOPS_VAR>b:2:3</SOPS_VAR>"
            echo "<SOPS_VAR>results:no</SOPS_VAR>"
            """,
            3);
    Outcome.Succeeded done = succeeded(call(parameters));
    assertThat(done.outputs()).containsEntry("host", name(1)).containsEntry("b", "2:3");
    assertThat((List<?>) done.outputs().get("results")).hasSize(3);
  }

  @Test
  void writesEachHostsOutputToItsOwnSection() throws Exception {
    TestCall call = call(parameters("echo \"on $STANDARDOPS_HOST\"; echo fault >&2", 2));
    succeeded(call);
    for (int host = 1; host <= 2; host++) {
      assertThat(call.log().lines())
          .contains(
              "INFO [%s] on %s".formatted(name(host), name(host)),
              "INFO [%s] fault".formatted(name(host)));
    }
  }

  @Test
  void tellsExitCodesOfFailedHosts() throws Exception {
    Outcome.Failed failed =
        failed(call(parameters("[ \"$STANDARDOPS_HOST\" != '" + name(2) + "' ] || exit 7", 3)));
    assertThat(failed.code()).isEqualTo("SCRIPT_FAILED");
    assertThat(failed.touched()).isEqualTo(Touched.YES);
    assertThat(failed.reason()).contains("1 of 3 hosts", name(2), "exit code 7");
    assertThat(result(failed.outputs(), 1)).containsEntry("state", "FAILED");
    assertThat(result(failed.outputs(), 2)).containsEntry("state", "SUCCEEDED");
  }

  @Test
  void doesOnlyFailedHostsAgainAndMergesEarlierResults() throws Exception {
    String script =
        "echo x >> ~/again-$STANDARDOPS_HOST; [ \"$STANDARDOPS_HOST\" != '%s' ] || [ -f ~/fixed ]"
            .formatted(name(2));
    TestCall first = call(parameters(script, 3));
    failed(first);
    Files.createFile(server.home().resolve("fixed"));
    Map<String, Object> parameters = parameters(script, 3);
    parameters.put("onlyFailedHosts", true);
    Outcome.Succeeded done = succeeded(call(parameters).checkpoint(first.checkpoint()).attempt(2));
    assertThat(results(done.outputs())).extracting("state").containsOnly("SUCCEEDED").hasSize(3);
    assertThat(lines("again-" + name(1))).hasSize(1);
    assertThat(lines("again-" + name(2))).hasSize(2);
    assertThat(lines("again-" + name(3))).hasSize(1);
  }

  @Test
  void doesAllHostsAgainUnlessAsked() throws Exception {
    TestCall first = call(parameters("echo x >> ~/all-$STANDARDOPS_HOST", 2));
    succeeded(first);
    succeeded(
        call(parameters("echo x >> ~/all-$STANDARDOPS_HOST", 2)).checkpoint(first.checkpoint()));
    assertThat(lines("all-" + name(1))).hasSize(2);
  }

  @Test
  void startsOnceWhateverAnswerIsLost() throws Exception {
    for (int lost = 0; lost < 8; lost++) {
      String count = "lost-" + lost;
      TestCall call = call(parameters("echo x >> ~/" + count + "; sleep 0.5; echo end", 2));
      AtomRun run = new AtomRun(atom, code(), call);
      for (int i = 0; i < lost; i++) {
        run.next();
      }
      run.nextAndLoseTheAnswer();
      Outcome outcome = run.toEnd();
      assertThat(outcome).as("answer %s lost", lost).isInstanceOf(Outcome.Succeeded.class);
      assertThat(lines(count)).as("answer %s lost", lost).hasSize(2);
      assertThat(results(((Outcome.Succeeded) outcome).outputs()))
          .extracting("output")
          .containsExactly("end", "end");
    }
  }

  @Test
  void findsWhatAnEarlierAttemptOfTheSameIntentBegan() throws Exception {
    Map<String, Object> parameters = parameters("echo x >> ~/reattached; sleep 1; echo end", 1);
    TestCall first = call(parameters);
    AtomRun run = new AtomRun(atom, code(), first);
    run.next();
    run.next();
    TestCall second =
        call(parameters).intentKey(first.intentKey()).checkpoint(first.checkpoint()).attempt(2);
    assertThat(AtomRun.retrying(atom, code(), second).toEnd())
        .isInstanceOf(Outcome.Succeeded.class);
    assertThat(lines("reattached")).hasSize(1);
  }

  @Test
  void leavesNothingOfARunButItsName() throws Exception {
    TestCall call = call(parameters("echo hello", 1));
    succeeded(call);
    Path run = run(call);
    assertThat(run.toFile().list()).containsExactly("over");
    Outcome late = new AtomRun(atom, code(), again(call)).toEnd();
    assertThat(late).isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void endsScriptAtItsTimeLimit() throws Exception {
    Map<String, Object> parameters = parameters("echo begun; sleep 61", 1);
    parameters.put("timeout", "PT1S");
    Outcome.Failed failed = failed(call(parameters));
    assertThat(failed.reason()).contains("time limit passed");
    assertThat(result(failed.outputs(), 0))
        .containsEntry("state", "TIMED_OUT")
        .containsEntry("output", "begun");
    await().atMost(SOON).until(() -> processes("sleep 61") == 0);
  }

  @Test
  void cancelEndsTheWholeProcessGroup() throws Exception {
    TestCall call = call(parameters("echo begun; sleep 3601 & sleep 3602; echo never", 1));
    AtomRun run = new AtomRun(atom, code(), call);
    Map<String, Object> handle = followUntil(run, () -> processes("sleep 360[12]") == 2);
    await().atMost(SOON).until(() -> atom.cancel(call, handle) instanceof Cancellation.Cancelled);
    assertThat(processes("sleep 360[12]")).isZero();
    assertThat(run(call).toFile().list()).containsExactly("over");
  }

  @Test
  void cancelMakesStubbornScriptEnd() throws Exception {
    TestCall call =
        call(parameters("trap '' TERM; sleep 3603 & while true; do sleep 3604; done", 1));
    AtomRun run = new AtomRun(atom, code(), call);
    Map<String, Object> handle = followUntil(run, () -> processes("sleep 360[34]") == 2);
    assertThat(atom.cancel(call, handle)).isInstanceOf(Cancellation.StillCancelling.class);
    await().atMost(SOON).until(() -> atom.cancel(call, handle) instanceof Cancellation.Cancelled);
    assertThat(processes("sleep 360[34]")).isZero();
  }

  @Test
  void cancelledBeforeItBeganItNeverBegins() throws Exception {
    TestCall call = call(parameters("echo x >> ~/never", 1));
    AtomRun run = new AtomRun(atom, code(), call);
    Outcome.Poll first = (Outcome.Poll) run.next();
    assertThat(atom.cancel(call, first.handle())).isInstanceOf(Cancellation.Cancelled.class);
    run.toEnd();
    assertThat(server.home().resolve("never")).doesNotExist();
  }

  @Test
  void boundsFloodOfOutputAndKeepsItsEnd() throws Exception {
    TestCall call =
        call(
            parameters(
                "echo first; head -c 200000000 /dev/zero | tr '\\0' x | fold -w 1000; echo; echo '<SOPS_VAR>last:1</SOPS_VAR>'; exit 3",
                1));
    Outcome.Failed failed = failed(call);
    assertThat(failed.outputs()).containsEntry("last", "1");
    assertThat(call.log().lines()).anyMatch(line -> line.endsWith("first"));
    assertThat(call.log().lines()).anyMatch(line -> line.matches(".*… \\d{9} bytes of output .*"));
    assertThat(call.log().lines().stream().mapToLong(String::length).sum()).isLessThan(2_500_000);
    assertThat((String) result(failed.outputs(), 0).get("output"))
        .hasSizeLessThan(2_500)
        .endsWith("<SOPS_VAR>last:1</SOPS_VAR>");
  }

  @Test
  void readsLongOutputWhole() throws Exception {
    TestCall call = call(parameters("for i in $(seq 1 60000); do echo \"line $i é\"; done", 1));
    succeeded(call);
    List<String> lines =
        call.log().lines().stream().filter(line -> line.contains("] line ")).toList();
    assertThat(lines).hasSize(60_000);
    assertThat(lines.get(59_999)).endsWith("line 60000 é");
  }

  @Test
  void doesNotWaitForWhatTheScriptLeftRunning() throws Exception {
    Outcome.Succeeded done = succeeded(call(parameters("sleep 15 & echo end", 1)));
    assertThat(result(done.outputs(), 0)).containsEntry("output", "end");
  }

  @Test
  void tellsThatRunWasKilled() throws Exception {
    TestCall call = call(parameters("kill -KILL 0", 1));
    Outcome.Failed failed = failed(call);
    assertThat(result(failed.outputs(), 0)).containsEntry("state", "BROKEN_OFF");
    assertThat(failed.touched()).isEqualTo(Touched.YES);
  }

  @Test
  void refusesForeignHostAtTheCall() throws Exception {
    Map<String, Object> parameters = parameters("echo x >> ~/foreign", 1);
    parameters.put("hosts", List.of(name(1), "192.0.2.1"));
    Outcome.Failed failed = failed(call(parameters));
    assertThat(failed.code()).isEqualTo("HOST_NOT_OF_BUSINESS");
    assertThat(failed.touched()).isEqualTo(Touched.NO);
    assertThat(failed.retryable()).isFalse();
    assertThat(server.home().resolve("foreign")).doesNotExist();
  }

  @Test
  void refusesForeignAndDoubleHostsAtTheCheck() {
    TestBusiness business = TestBusiness.withoutHosts().with(host(1));
    Map<String, Object> parameters = parameters("true", 1);
    parameters.put("hosts", List.of(name(1), "192.0.2.1", "${hosts}", name(1), "a b"));
    assertThat(atom.check(new org.standardops.atom.Parameters(parameters), business))
        .extracting("pointer", "code")
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("/hosts/1", "HOST_NOT_OF_BUSINESS"),
            org.assertj.core.groups.Tuple.tuple("/hosts/3", "DUPLICATE"),
            org.assertj.core.groups.Tuple.tuple("/hosts/4", "INVALID"));
  }

  @Test
  void namesHostThatIsGoneAndRunsTheOthers() throws Exception {
    Map<String, Object> parameters = parameters("echo here", 1);
    parameters.put("hosts", List.of(name(1), "127.0.0.1:1"));
    TestCall call = call(parameters);
    call.host(new Host("127.0.0.1", 1, "", List.of(), server.user(), Optional.of("key")), key());
    Outcome.Failed failed = failed(call);
    assertThat(failed.reason()).contains("1 of 2 hosts", "127.0.0.1:1", "refused");
    assertThat(result(failed.outputs(), 0)).containsEntry("state", "SUCCEEDED");
    assertThat(result(failed.outputs(), 1)).containsEntry("state", "NOT_STARTED");
  }

  @Test
  void saysSoWhereNothingWasTouched() throws Exception {
    Map<String, Object> parameters = parameters("echo here", 1);
    parameters.put("credential", "not the password");
    Outcome.Failed failed = failed(call(parameters));
    assertThat(failed.touched()).isEqualTo(Touched.NO);
    assertThat(failed.reason()).contains("does not let user").doesNotContain("not the password");
  }

  @Test
  void refusesChangedHostKey() throws Exception {
    String other =
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIKgh0aXOUvEAwYCSSXvGJcvM4Z4UAuT6mBwkUxIgbQzf";
    TestCall call = call(parameters("echo x >> ~/changed", 1));
    call.hostKey(address(1), server.port(), other);
    Outcome.Failed failed = failed(call);
    assertThat(failed.reason()).contains("has changed", "known is SHA256:", "it shows SHA256:");
    assertThat(server.home().resolve("changed")).doesNotExist();
  }

  @Test
  void takesNoUnknownKeyWhereTheServerIsStrict() throws Exception {
    TestCall call = call(parameters("true", 1)).connection("job", Map.of("hostKeys", "STRICT"));
    assertThat(failed(call).reason()).contains("is not known");
    Path known = Files.createTempFile(folder, "known", "");
    Files.writeString(
        known, "[" + address(1) + "]:" + server.port() + " " + server.hostKey("ecdsa") + "\n");
    succeeded(
        call(parameters("true", 1))
            .connection("job", Map.of("hostKeys", "STRICT", "knownHosts", known.toString())));
  }

  @Test
  void needsUserAndCredential() throws Exception {
    TestCall call = TestCall.with(parameters("true", 1));
    call.host(new Host(address(1), server.port(), "", List.of(), "ann", Optional.empty()), "");
    Outcome.Failed failed = (Outcome.Failed) new AtomRun(atom, code(), call).toEnd();
    assertThat(failed.code()).isEqualTo("NO_CREDENTIAL");
    assertThat(failed.reason()).contains("credential");
  }

  @Test
  void tellsMissingInterpreter() throws Exception {
    Map<String, Object> parameters = parameters("true", 1);
    parameters.put("interpreter", "python");
    parameters.put("environment", Map.of());
    Outcome outcome = new AtomRun(atom, code(), call(parameters)).toEnd();
    boolean hasPython = Files.exists(Path.of("/usr/bin/python"));
    assertThat(outcome).isInstanceOf(hasPython ? Outcome.Succeeded.class : Outcome.Failed.class);
    if (outcome instanceof Outcome.Failed failed) {
      assertThat(failed.reason()).contains("no python");
    }
  }

  private static TestCall call(Map<String, Object> parameters) throws IOException {
    TestCall call = TestCall.with(parameters).intentKey("t1-n1-" + ++runs);
    for (int host = 1; host <= 3; host++) {
      call.host(host(host), key());
    }
    return call;
  }

  private static TestCall again(TestCall call) throws IOException {
    return call(new HashMap<>(call.parameters().values())).intentKey(call.intentKey());
  }

  private static Host host(int number) {
    return new Host(
        address(number), server.port(), "", List.of(), server.user(), Optional.of("key"));
  }

  /** Every one of them is this machine. */
  private static String address(int number) {
    return "127.0.0." + number;
  }

  private static String name(int number) {
    return address(number) + ":" + server.port();
  }

  private static String key() throws IOException {
    return server.userKey("ed25519");
  }

  private static Map<String, Object> parameters(String script, int hosts) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put(
        "hosts", Stream.iterate(1, n -> n + 1).limit(hosts).map(ScriptAtomTest::name).toList());
    parameters.put("script", script);
    return parameters;
  }

  private Outcome.Succeeded succeeded(TestCall call) throws Exception {
    Outcome outcome = new AtomRun(atom, code(), call).toEnd();
    assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
    return (Outcome.Succeeded) outcome;
  }

  private Outcome.Failed failed(TestCall call) throws Exception {
    Outcome outcome = new AtomRun(atom, code(), call).toEnd();
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    return (Outcome.Failed) outcome;
  }

  private static Map<String, Object> followUntil(
      AtomRun run, java.util.concurrent.Callable<Boolean> condition) {
    Map<String, Object> handle = new HashMap<>();
    await()
        .atMost(SOON)
        .until(
            () -> {
              handle.putAll(((Outcome.Poll) run.next()).handle());
              return condition.call();
            });
    return handle;
  }

  private static long processes(String command) {
    return ProcessHandle.allProcesses()
        .filter(process -> process.info().commandLine().orElse("").matches(".*" + command))
        .count();
  }

  private static Path run(TestCall call) {
    return server.home().resolve(".standardops/runs").resolve(ScriptRound.runName(call, name(1)));
  }

  private static List<String> lines(String file) throws IOException {
    return Files.readAllLines(server.home().resolve(file));
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> results(Map<String, Object> outputs) {
    return (List<Map<String, Object>>) outputs.get("results");
  }

  private static Map<String, Object> result(Map<String, Object> outputs, int place) {
    return results(outputs).get(place);
  }
}
