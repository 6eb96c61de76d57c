package org.standardops.atom.job.blueking.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.standardops.atom.Atom;
import org.standardops.atom.Outcome;
import org.standardops.atom.testkit.AtomContract;
import org.standardops.atom.testkit.AtomRun;

class BlueKingPlanAtomTest extends AtomContract {

  private final BlueKingPlanAtom atom = new BlueKingPlanAtom();

  @Override
  protected Atom atom() {
    return atom;
  }

  @Override
  protected String code() {
    return "job-blueking-plan";
  }

  @Test
  void runsPlanWithItsVariables() throws Exception {
    try (FakeJobPlatform platform = new FakeJobPlatform()) {
      Map<String, Object> parameters =
          Map.of(
              "plan",
              100,
              "variables",
              Map.of("version", "1.0.1"),
              "hostVariables",
              Map.of("targets", List.of("10.0.0.1")));
      assertThat(new AtomRun(atom, code(), platform.call(parameters)).toEnd())
          .isInstanceOf(Outcome.Succeeded.class);
      assertThat(platform.bodies.get(0).fields())
          .containsEntry("job_plan_id", 100)
          .containsEntry(
              "global_var_list",
              List.of(
                  Map.of("name", "version", "value", "1.0.1"),
                  Map.of(
                      "name",
                      "targets",
                      "server",
                      Map.of("ip_list", List.of(Map.of("bk_cloud_id", 0, "ip", "10.0.0.1"))))));
    }
  }
}
