package org.standardops.services.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.standardops.engine.port.AuditRecord;
import org.standardops.engine.port.AuditRecord.Outcome;
import org.standardops.services.AuditService.Note;
import org.standardops.services.Caller;

class AuditUseCasesTest {

  private static final String RESOURCE = "/processes/p1";

  private final World world = new World();

  private void note(Caller caller, Outcome outcome, String after) {
    world.audit.note(
        caller,
        new Note(
            "CHANGE_PROCESS",
            RESOURCE,
            outcome == Outcome.DONE ? Optional.of(World.B1) : Optional.empty(),
            outcome,
            Optional.of(after).filter(json -> !json.isEmpty())));
  }

  private AuditRecord newest() {
    return world.auditStore.records().get(0);
  }

  @Test
  void tellsWhatItWasBefore() {
    note(world.ann, Outcome.DONE, "{1}");
    note(world.ann, Outcome.DONE, "{2}");

    assertThat(newest().before()).contains("{1}");
    assertThat(newest().after()).contains("{2}");
    assertThat(newest().role()).isEqualTo("BUSINESS_ADMIN");
    assertThat(newest().at()).isEqualTo(world.clock.instant());
  }

  @Test
  void aRefusedAttemptIsOfTheBusinessThatTheResourceIsOf() {
    note(world.ann, Outcome.DONE, "{1}");
    note(world.bob, Outcome.REFUSED, "");

    assertThat(newest().business()).contains(World.B1);
    assertThat(newest().role()).isEqualTo("NONE");
    assertThat(newest().before()).isEmpty();
  }

  @Test
  void aFloodOfRefusalsIsCut() {
    for (int i = 0; i < 1_000; i++) {
      note(world.bob, Outcome.REFUSED, "");
    }
    note(world.ann, Outcome.DONE, "{1}");

    assertThat(world.auditStore.records()).hasSize(301);
  }

  @Test
  void longStatesAreCut() {
    note(world.ann, Outcome.DONE, "x".repeat(20_000));

    assertThat(newest().after())
        .hasValueSatisfying(json -> assertThat(json).hasSizeLessThan(16 * 1024).endsWith("(cut)"));
  }

  @Test
  void whatIsDoneToATaskIsRecordedByTheEngine() {
    world.task(world.ann, world.published());

    assertThat(world.engine.audits())
        .singleElement()
        .satisfies(
            record -> {
              assertThat(record.operation()).isEqualTo("CREATE_TASK");
              assertThat(record.who()).isEqualTo("ann");
              assertThat(record.business()).contains(World.B1);
              assertThat(record.after())
                  .hasValueSatisfying(json -> assertThat(json).contains("http://a.test/"));
            });
  }
}
