package org.standardops.rest.notification;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.standardops.model.task.Notice;
import org.standardops.rest.http.FaultTexts;
import org.standardops.rest.http.Language;
import org.standardops.services.port.DeliveryStore;
import org.standardops.services.port.DeliveryStore.Delivery;

/** A delivery as it is answered. */
public record DeliveryBody(
    String id,
    TaskRef task,
    String business,
    Notice.Why reason,
    String person,
    String channel,
    DeliveryStore.State state,
    int attempts,
    Instant createdAt,
    Optional<Instant> sentAt,
    Optional<Instant> nextAttemptAt,
    Optional<String> lastError) {

  /** The task that is told of. */
  public record TaskRef(String id, String name) {}

  static DeliveryBody of(Delivery delivery, Language language) {
    Notice notice = delivery.notice();
    boolean pending = delivery.state() == DeliveryStore.State.PENDING;
    return new DeliveryBody(
        Long.toString(delivery.id()),
        new TaskRef(notice.task().toString(), notice.taskName()),
        notice.business().value(),
        notice.why(),
        delivery.person(),
        delivery.channel().name().toLowerCase(Locale.ROOT),
        delivery.state(),
        delivery.attempts(),
        delivery.createdAt(),
        delivery.sentAt(),
        pending ? Optional.of(delivery.nextAt()) : Optional.empty(),
        delivery.lastError().map(error -> FaultTexts.of(language, error)));
  }
}
