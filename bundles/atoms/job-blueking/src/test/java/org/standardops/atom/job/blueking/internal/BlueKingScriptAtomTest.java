package org.standardops.atom.job.blueking.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.standardops.atom.Atom;
import org.standardops.atom.Cancellation;
import org.standardops.atom.Outcome;
import org.standardops.atom.Touched;
import org.standardops.atom.answer.JsonObject;
import org.standardops.atom.testkit.AtomContract;
import org.standardops.atom.testkit.AtomRun;
import org.standardops.atom.testkit.TestCall;

class BlueKingScriptAtomTest extends AtomContract {

  private static final Map<String, Object> PARAMETERS =
      Map.of(
          "hosts", List.of("10.0.0.1", "3:10.0.0.2"),
          "account", "root",
          "script", "df -h; echo 磁盘",
          "arguments", "/data x",
          "timeout", "PT5M");

  private final BlueKingScriptAtom atom = new BlueKingScriptAtom();
  private FakeJobPlatform platform;

  @BeforeEach
  void start() throws IOException {
    platform = new FakeJobPlatform();
  }

  @AfterEach
  void stop() {
    platform.close();
  }

  @Override
  protected Atom atom() {
    return atom;
  }

  @Override
  protected String code() {
    return "job-blueking-script";
  }

  @Test
  void runsScriptAsTheBusinesssExecutorAndWaits() throws Exception {
    TestCall call = platform.call(PARAMETERS);
    Outcome.Succeeded done = (Outcome.Succeeded) new AtomRun(atom, code(), call).toEnd();
    assertThat(done.outputs())
        .containsEntry("job", 10000)
        .containsEntry("state", "SUCCEEDED")
        .containsEntry("executor", "ops_robot")
        .containsEntry("free", "12G");
    assertThat((List<?>) done.outputs().get("results")).hasSize(2);
    JsonObject sent = platform.bodies.get(0);
    assertThat(sent.fields())
        .containsEntry("bk_scope_type", "biz")
        .containsEntry("bk_scope_id", "7")
        .containsEntry("script_language", 1)
        .containsEntry("account_alias", "root")
        .containsEntry("timeout", 300)
        .containsEntry(
            "target_server",
            Map.of(
                "ip_list",
                List.of(
                    Map.of("bk_cloud_id", 0, "ip", "10.0.0.1"),
                    Map.of("bk_cloud_id", 3, "ip", "10.0.0.2"))));
    assertThat(decoded(sent, "script_content")).isEqualTo("df -h; echo 磁盘");
    assertThat(decoded(sent, "script_param")).isEqualTo("/data x");
    assertThat(platform.calls).filteredOn(c -> c.equals("POST fast_execute_script")).hasSize(1);
    assertThat(call.log().lines())
        .contains("INFO [10.0.0.1] one")
        .anyMatch(line -> line.contains("as BlueKing user ops_robot"));
  }

  @Test
  void namesHostsThatFailed() throws Exception {
    platform.endStatus = 4;
    Outcome.Failed failed = (Outcome.Failed) run();
    assertThat(failed.code()).isEqualTo("JOB_FAILED");
    assertThat(failed.touched()).isEqualTo(Touched.YES);
    assertThat(failed.reason()).contains("1 of 2 hosts", "10.0.0.2");
  }

  @Test
  void saysWhatTheConnectionLacks() throws Exception {
    Outcome.Failed failed =
        (Outcome.Failed)
            new AtomRun(
                    atom,
                    code(),
                    TestCall.with(PARAMETERS)
                        .connection("blueking", Map.of("endpoint", "http://x")))
                .toEnd();
    assertThat(failed.code()).isEqualTo("NOT_CONFIGURED");
    assertThat(failed.reason()).contains("appCode, appSecret, executor, scopeId", "business admin");
    assertThat(failed.touched()).isEqualTo(Touched.NO);
  }

  @Test
  void refusalTouchesNothingAndNeverTellsTheSecret() throws Exception {
    platform.httpStatus = 403;
    Outcome.Failed failed = (Outcome.Failed) run();
    assertThat(failed.touched()).isEqualTo(Touched.NO);
    assertThat(failed.reason()).contains("403", "not today").doesNotContain(FakeJobPlatform.SECRET);
  }

  @Test
  void lostAnswerAndServerErrorMayHaveMadeTheJob() throws Exception {
    platform.dropNextAnswer = true;
    assertThat(((Outcome.Failed) run()).touched()).isEqualTo(Touched.MAYBE);
    platform.httpStatus = 502;
    assertThat(((Outcome.Failed) run()).touched()).isEqualTo(Touched.MAYBE);
  }

  @Test
  void followsOnWhereLooksFailForAWhile() throws Exception {
    AtomRun run = new AtomRun(atom, code(), platform.call(PARAMETERS));
    run.next();
    platform.httpStatus = 503;
    run.next();
    run.next();
    platform.httpStatus = 200;
    assertThat(run.toEnd()).isInstanceOf(Outcome.Succeeded.class);
  }

  @Test
  void unknownWhereItCannotBeFollowedAnyMore() throws Exception {
    AtomRun run = new AtomRun(atom, code(), platform.call(PARAMETERS));
    run.next();
    platform.httpStatus = 503;
    assertThat(run.toEnd()).isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void cancelTerminatesTheJob() throws Exception {
    platform.looksBeforeEnd = 1000;
    TestCall call = platform.call(PARAMETERS);
    Map<String, Object> handle = ((Outcome.Poll) new AtomRun(atom, code(), call).next()).handle();
    assertThat(atom.cancel(call, handle)).isInstanceOf(Cancellation.StillCancelling.class);
    assertThat(atom.cancel(call, handle)).isInstanceOf(Cancellation.Cancelled.class);
    assertThat(platform.bodies.get(1).fields())
        .containsEntry("job_instance_id", 10000)
        .containsEntry("operation_code", 1);
  }

  private Outcome run() throws Exception {
    return new AtomRun(atom, code(), platform.call(PARAMETERS)).toEnd();
  }

  private static String decoded(JsonObject body, String field) {
    return new String(
        Base64.getDecoder().decode(body.text(field).orElseThrow()), StandardCharsets.UTF_8);
  }
}
