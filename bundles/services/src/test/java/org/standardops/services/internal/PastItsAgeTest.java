package org.standardops.services.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.standardops.engine.port.AuditRecord;
import org.standardops.model.BusinessId;
import org.standardops.model.ProcessId;
import org.standardops.model.TaskId;
import org.standardops.model.process.Notify;
import org.standardops.model.task.Notice;
import org.standardops.services.fake.InMemoryAuditStore;
import org.standardops.services.fake.InMemoryDeliveryStore;
import org.standardops.services.fake.SettableClock;
import org.standardops.services.port.DeliveryStore.Address;
import org.standardops.services.port.DeliveryStore.Delivery;
import org.standardops.services.port.DeliveryStore.State;

class PastItsAgeTest {

  private static final Duration MONTH = Duration.ofDays(30);
  private static final Duration YEAR = Duration.ofDays(365);

  private final SettableClock clock = new SettableClock();
  private final InMemoryDeliveryStore deliveries = new InMemoryDeliveryStore();
  private final InMemoryAuditStore audit = new InMemoryAuditStore();
  private final PastItsAge past = new PastItsAge(deliveries, audit, clock);

  @Test
  void settledDeliveriesGoAfterTheirAgeAndPendingOnesStay() {
    deliver(2);
    Delivery first = deliveries.all().get(0);
    deliveries.claim(first, clock.instant());
    deliveries.sent(first, clock.instant());

    clock.advance(MONTH);
    past.remove(MONTH, YEAR);
    assertThat(deliveries.all()).hasSize(2);
    clock.advance(Duration.ofSeconds(1));
    past.remove(MONTH, YEAR);

    assertThat(deliveries.all()).extracting(Delivery::state).containsExactly(State.PENDING);
  }

  @Test
  void auditRecordsHaveAnAgeOfTheirOwn() {
    audit.add(record(clock.instant()));
    clock.advance(YEAR);
    past.remove(MONTH, YEAR);
    assertThat(audit.records()).hasSize(1);

    clock.advance(Duration.ofSeconds(1));
    past.remove(MONTH, YEAR);

    assertThat(audit.records()).isEmpty();
  }

  @Test
  void goesOnAtOnceWhereThereIsMore() {
    for (int i = 0; i <= PastItsAge.AT_ONCE; i++) {
      audit.add(record(clock.instant()));
    }
    clock.advance(YEAR.plusSeconds(1));

    assertThat(past.remove(MONTH, YEAR)).isTrue();
    assertThat(past.remove(MONTH, YEAR)).isFalse();
    assertThat(audit.records()).isEmpty();
  }

  private void deliver(int number) {
    Notify notify =
        new Notify(
            List.of(Notify.On.SUCCESS),
            List.of(Notify.Channel.EMAIL),
            List.of("cat"),
            List.of(),
            false);
    Notice notice =
        new Notice(
            new TaskId(42),
            3,
            Notice.Why.SUCCEEDED,
            clock.instant(),
            new BusinessId("b1"),
            new ProcessId("p1"),
            "CDN Prefetch",
            "Prefetch_1",
            "ann",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            notify,
            Optional.empty());
    deliveries.put(notice);
    Address cat = new Address("cat", Notify.Channel.EMAIL);
    deliveries.address(notice, java.util.Collections.nCopies(number, cat), clock.instant());
  }

  private static AuditRecord record(Instant at) {
    return new AuditRecord(
        at.toString(),
        at,
        "ann",
        "NONE",
        "",
        "X",
        "/x",
        Optional.empty(),
        AuditRecord.Outcome.DONE,
        Optional.empty(),
        Optional.empty());
  }
}
