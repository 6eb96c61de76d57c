package org.standardops.atom.tencent.cloud.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractObjectAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.standardops.atom.Atom;
import org.standardops.atom.Choice;
import org.standardops.atom.Fault;
import org.standardops.atom.Outcome;
import org.standardops.atom.Parameters;
import org.standardops.atom.Recovery;
import org.standardops.atom.Touched;
import org.standardops.atom.testkit.AtomContract;
import org.standardops.atom.testkit.AtomRun;
import org.standardops.atom.testkit.TestCall;
import org.standardops.atom.testkit.TestOptionsCall;
import org.standardops.atom.testkit.TestServer.Reply;

final class TencentCloudAtomTest extends AtomContract {

  private static final String CODE = "tencent-cloud";
  private static final Map<String, Object> ZONES =
      Map.of("service", "cvm", "version", "2017-03-12", "action", "DescribeZones");
  private static final Map<String, Object> REBOOT =
      Map.of(
          "service", "cvm",
          "version", "2017-03-12",
          "action", "RebootInstances",
          "region", "ap-shanghai",
          "body", Map.of("InstanceIds", List.of("ins-1")));
  private static final Map<String, Object> RUN =
      with(
          REBOOT,
          Map.of(
              "action",
              "RunInstances",
              "clientToken",
              true,
              "extract",
              Map.of("instance", "/InstanceIdSet/0", "ip", "/Status/0/Ip"),
              "describe",
              Map.of(
                  "action",
                  "DescribeInstancesStatus",
                  "body",
                  Map.of("InstanceIds", List.of("{instance}"), "Note", "of {instance}")),
              "until",
              Map.of("pointer", "/Status/0/State", "equals", "RUNNING"),
              "failedWhen",
              Map.of("pointer", "/Status/0/State", "equals", "LAUNCH_FAILED"),
              "interval",
              "PT10S",
              "deadline",
              "PT1M"));

  private final TencentCloudAtom atom = new TencentCloudAtom();
  private TestCall call = TestCall.with(ZONES);
  private CheckingCloud cloud;

  @Override
  protected Atom atom() {
    return atom;
  }

  @Override
  protected String code() {
    return CODE;
  }

  @AfterEach
  void stop() {
    if (cloud != null) {
      cloud.close();
    }
  }

  private static Map<String, Object> with(Map<String, Object> map, Map<String, Object> more) {
    Map<String, Object> both = new HashMap<>(map);
    both.putAll(more);
    return Map.copyOf(both);
  }

  private AtomRun run(Map<String, Object> parameters, Reply... replies) {
    call = TestCall.with(parameters);
    cloud = new CheckingCloud("cvm", "2017-03-12", call.clock()).answers(replies);
    call.connection(
        "tencentcloud",
        Map.of(
            "endpoint",
            cloud.endpoint(),
            "region",
            "ap-guangzhou",
            "secretId",
            CheckingCloud.ID,
            "secretKey",
            CheckingCloud.KEY));
    return new AtomRun(atom, CODE, call);
  }

  private static AbstractObjectAssert<?, Outcome.Failed> assertFailed(Outcome outcome) {
    return assertThat(outcome).asInstanceOf(type(Outcome.Failed.class));
  }

  @Test
  void givesTheResponseAndWhatIsExtracted() throws Exception {
    Map<String, Object> parameters =
        with(ZONES, Map.of("extract", Map.of("first", "/ZoneSet/0/Zone")));
    AtomRun run =
        run(parameters, CheckingCloud.response("\"ZoneSet\":[{\"Zone\":\"ap-guangzhou-6\"}]"));

    assertThat(run.toEnd())
        .isEqualTo(
            new Outcome.Succeeded(
                Map.of(
                    "response",
                    Map.of("ZoneSet", List.of(Map.of("Zone", "ap-guangzhou-6")), "RequestId", "r1"),
                    "first",
                    "ap-guangzhou-6")));
    assertThat(cloud.asked)
        .containsExactly(new CheckingCloud.Asked("DescribeZones", "ap-guangzhou", Map.of()));
  }

  @Test
  void theNodesRegionCountsOverThatOfTheAccess() throws Exception {
    run(REBOOT, CheckingCloud.response("\"Done\":true")).toEnd();

    assertThat(cloud.asked)
        .containsExactly(
            new CheckingCloud.Asked(
                "RebootInstances", "ap-shanghai", Map.of("InstanceIds", List.of("ins-1"))));
  }

  @Test
  void aWrongKeyIsToldInTheCloudsWords() throws Exception {
    AtomRun run = run(ZONES);
    call.connection(
        "tencentcloud",
        Map.of("endpoint", cloud.endpoint(), "secretId", CheckingCloud.ID, "secretKey", "wrong"));

    assertFailed(run.toEnd())
        .satisfies(
            failed -> {
              assertThat(failed.code()).isEqualTo("TENCENT_CLOUD");
              assertThat(failed.reason()).contains("AuthFailure.SignatureFailure: As said.", "r1");
              assertThat(failed.retryable()).isFalse();
              assertThat(failed.touched()).isEqualTo(Touched.NO);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "RequestLimitExceeded, REQUEST_LIMIT, true, NO",
    "LimitExceeded.TooOften, REQUEST_LIMIT, true, NO",
    "ServiceUnavailable, TENCENT_CLOUD, true, NO",
    "InternalError, TENCENT_CLOUD, true, MAYBE",
    "FailedOperation.Busy, TENCENT_CLOUD, true, MAYBE",
    "InvalidParameterValue, TENCENT_CLOUD, false, NO",
    "UnauthorizedOperation, TENCENT_CLOUD, false, NO"
  })
  void anErrorOfTheCloudSaysWhetherToTryAgain(
      String error, String code, boolean retryable, Touched touched) throws Exception {
    assertFailed(run(REBOOT, CheckingCloud.error(error)).toEnd())
        .satisfies(
            failed -> {
              assertThat(failed.code()).isEqualTo(code);
              assertThat(failed.reason()).startsWith("cvm RebootInstances was refused: " + error);
              assertThat(failed.retryable()).isEqualTo(retryable);
              assertThat(failed.touched()).isEqualTo(touched);
              assertThat(failed.outputs()).containsKey("response");
            });
  }

  @Test
  void whatIsNoAnswerOfTheApiIsTold() throws Exception {
    for (Reply reply :
        List.of(
            Reply.json(200, "{\"Response\": {\"broken"),
            Reply.json(200, "[]"),
            Reply.text(500, "oops"))) {
      assertFailed(run(REBOOT, reply).toEnd())
          .satisfies(
              failed -> {
                assertThat(failed.code()).isEqualTo("HTTP_STATUS");
                assertThat(failed.retryable()).isTrue();
                assertThat(failed.touched()).isEqualTo(Touched.MAYBE);
              });
      cloud.close();
    }
  }

  @Test
  void withoutAnAccessItSaysWhereToSetOne() throws Exception {
    call = TestCall.with(ZONES);

    assertFailed(new AtomRun(atom, CODE, call).toEnd())
        .satisfies(
            failed -> {
              assertThat(failed.code()).isEqualTo("NOT_CONFIGURED");
              assertThat(failed.reason()).contains("connections/tencentcloud");
            });
  }

  @Test
  void followsTheWorkToItsEnd() throws Exception {
    AtomRun run =
        run(
            RUN,
            CheckingCloud.response("\"InstanceIdSet\":[\"ins-7\"]"),
            CheckingCloud.response("\"Status\":[{\"State\":\"PENDING\"}]"),
            CheckingCloud.error("RequestLimitExceeded"),
            CheckingCloud.response("\"Status\":[{\"State\":\"RUNNING\",\"Ip\":\"10.0.0.7\"}]"));

    assertThat(run.toEnd())
        .asInstanceOf(type(Outcome.Succeeded.class))
        .satisfies(
            ended ->
                assertThat(ended.outputs())
                    .containsEntry("instance", "ins-7")
                    .containsEntry("ip", "10.0.0.7"));
    assertThat(cloud.asked.get(0).body()).containsEntry("ClientToken", call.intentKey());
    assertThat(cloud.asked.get(1))
        .isEqualTo(
            new CheckingCloud.Asked(
                "DescribeInstancesStatus",
                "ap-shanghai",
                Map.of("InstanceIds", List.of("ins-7"), "Note", "of ins-7")));
    assertThat(cloud.asked).hasSize(4);
  }

  @Test
  void failsWhereTheWorkFailed() throws Exception {
    AtomRun run =
        run(
            RUN,
            CheckingCloud.response("\"InstanceIdSet\":[\"ins-7\"]"),
            CheckingCloud.response("\"Status\":[{\"State\":\"LAUNCH_FAILED\"}]"));

    assertFailed(run.toEnd())
        .satisfies(
            failed -> {
              assertThat(failed.code()).isEqualTo("FAILED_OUTSIDE");
              assertThat(failed.touched()).isEqualTo(Touched.YES);
            });
  }

  @Test
  void waitsNoLongerThanItsDeadline() throws Exception {
    Reply pending = CheckingCloud.response("\"Status\":[{\"State\":\"PENDING\"}]");
    AtomRun run =
        run(
            RUN,
            CheckingCloud.response("\"InstanceIdSet\":[\"ins-7\"]"),
            pending,
            pending,
            pending,
            pending,
            pending,
            pending,
            pending);

    assertFailed(run.toEnd()).extracting(Outcome.Failed::code).isEqualTo("POLL_DEADLINE");
    assertThat(cloud.asked).hasSize(7);
  }

  @Test
  void aReadingActionMayBeRepeatedUntilItAnswersAsWanted() throws Exception {
    Map<String, Object> parameters =
        with(ZONES, Map.of("until", Map.of("pointer", "/TotalCount", "equals", 2)));
    AtomRun run =
        run(
            parameters,
            CheckingCloud.response("\"TotalCount\":1"),
            CheckingCloud.response("\"TotalCount\":2"));

    assertThat(run.toEnd()).isInstanceOf(Outcome.Succeeded.class);
    assertThat(cloud.asked).extracting(CheckingCloud.Asked::action).containsOnly("DescribeZones");
  }

  @Test
  void isCalledAgainOnlyWhereThatIsSafe() {
    assertThat(recovery(ZONES)).isEqualTo(Recovery.RERUN);
    assertThat(recovery(RUN)).isEqualTo(Recovery.RERUN);
    assertThat(recovery(REBOOT)).isEqualTo(Recovery.UNKNOWN);
    assertThat(recovery(with(REBOOT, Map.of("idempotent", true)))).isEqualTo(Recovery.RERUN);
    assertThat(recovery(with(ZONES, Map.of("idempotent", false)))).isEqualTo(Recovery.UNKNOWN);
    assertThat(recovery(with(ZONES, Map.of("action", "Describer")))).isEqualTo(Recovery.UNKNOWN);
  }

  private Recovery recovery(Map<String, Object> parameters) {
    return atom.recovery(new Parameters(parameters)).orElseThrow();
  }

  @Test
  void aLostAnswerOfAnActionThatChangesSomethingIsForAPerson() throws Exception {
    AtomRun run = run(REBOOT, CheckingCloud.response("\"Done\":true"));
    run.nextAndLoseTheAnswer();

    assertThat(run.next()).isInstanceOf(Outcome.Unknown.class);
    assertThat(cloud.asked).hasSize(1);
  }

  @Test
  void aLostAnswerIsAskedForAgainWithTheSameToken() throws Exception {
    Reply made = CheckingCloud.response("\"InstanceIdSet\":[\"ins-7\"]");
    AtomRun run = run(RUN, made, made);
    run.nextAndLoseTheAnswer();
    run.next();

    assertThat(cloud.asked)
        .extracting(asked -> asked.body().get("ClientToken"))
        .containsExactly(call.intentKey(), call.intentKey());
  }

  @Test
  void refusesWhatCannotWork() {
    assertThat(faults(with(RUN, Map.of("extract", Map.of("response", "/x")))))
        .contains("/extract/response", "/describe/body");
    assertThat(faults(with(REBOOT, Map.of("until", Map.of("pointer", "/Done", "equals", true)))))
        .containsExactly("/action");
    assertThat(faults(with(RUN, Map.of("describe", Map.of("action", "RunInstances")))))
        .containsExactly("/describe/action");
    assertThat(faults(with(REBOOT, Map.of("interval", "PT0S", "deadline", "soon"))))
        .contains("/interval", "/deadline");
  }

  private List<String> faults(Map<String, Object> parameters) {
    return atom.check(new Parameters(parameters)).stream().map(Fault::pointer).toList();
  }

  @Test
  void offersTheRegionsOfTheService() throws Exception {
    TestOptionsCall options = TestOptionsCall.of("region").parameters(Map.of("service", "cdb"));
    cloud =
        new CheckingCloud("region", "2022-06-27", options.clock())
            .answers(
                CheckingCloud.response(
                    "\"RegionSet\":[{\"Region\":\"ap-guangzhou\",\"RegionName\":\"华南地区(广州)\"},"
                        + "{\"Region\":\"ap-shanghai\"}]"));
    options
        .query("GUANG")
        .connection(
            "tencentcloud",
            Map.of(
                "endpoint", cloud.endpoint(),
                "secretId", CheckingCloud.ID,
                "secretKey", CheckingCloud.KEY));

    assertThat(atom.options(options))
        .containsExactly(Choice.of("ap-guangzhou", "华南地区(广州) ap-guangzhou"));
    assertThat(cloud.asked.get(0).body()).isEqualTo(Map.of("Product", "cdb"));
  }
}
