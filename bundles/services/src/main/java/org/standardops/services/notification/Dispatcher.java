package org.standardops.services.notification;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.standardops.engine.port.StoreUnavailableException;
import org.standardops.model.process.Notify;
import org.standardops.model.task.Notice;
import org.standardops.notify.SendFailed;
import org.standardops.services.port.DeliveryStore;
import org.standardops.services.port.DeliveryStore.Delivery;

/**
 * Works off the outbox and the deliveries that are due. What is under way stands in the store
 * alone, so a server that ends loses nothing, and another may go on with it.
 */
public final class Dispatcher {

  /** Longer than a channel may take for one message. */
  static final Duration CLAIM = Duration.ofMinutes(2);

  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
  private static final int AT_ONCE = 20;
  private static final int LONGEST_ERROR = 1000;

  private final DeliveryStore store;
  private final Recipients recipients;
  private final Sending sending;
  private final InstantSource clock;

  public Dispatcher(
      DeliveryStore store, Recipients recipients, Sending sending, InstantSource clock) {
    this.store = store;
    this.recipients = recipients;
    this.sending = sending;
    this.clock = clock;
  }

  /**
   * Makes deliveries of notices in the outbox.
   *
   * @return true where there may be more
   */
  public boolean address() {
    List<Notice> notices = store.outbox(AT_ONCE);
    for (Notice notice : notices) {
      store.address(notice, recipients.of(notice), clock.instant());
    }
    return notices.size() == AT_ONCE;
  }

  /**
   * Sends what is due by a channel.
   *
   * @return true where there may be more
   */
  public boolean send(Notify.Channel channel) {
    List<Delivery> due = store.due(channel, clock.instant(), AT_ONCE);
    for (Delivery delivery : due) {
      if (store.claim(delivery, clock.instant().plus(CLAIM))) {
        attempt(delivery);
      }
    }
    return due.size() == AT_ONCE;
  }

  private void attempt(Delivery delivery) {
    try {
      sending.attempt(delivery);
      store.sent(delivery, clock.instant());
    } catch (SendFailed e) {
      failed(delivery, e);
    } catch (StoreUnavailableException e) {
      throw e; // nor can it be noted; the claim ends by itself
    } catch (RuntimeException e) {
      LOG.warn("The delivery {} could not be prepared; it is tried again.", delivery.id(), e);
      failed(
          delivery,
          SendFailed.forNow("Whom to tell and how cannot be read now: see the server's log.", e));
    }
  }

  private void failed(Delivery delivery, SendFailed failure) {
    int attempt = delivery.attempts() + 1;
    Optional<Instant> retryAt =
        failure.isLasting()
            ? Optional.empty()
            : RetrySchedule.after(attempt).map(clock.instant()::plus);
    if (retryAt.isEmpty()) {
      LOG.warn(
          "{} was not told by {} that the task {} is {}; given up after {} attempt(s): {}",
          delivery.person(),
          delivery.channel(),
          delivery.notice().task(),
          delivery.notice().why(),
          attempt,
          failure.getMessage());
    }
    String error = failure.getMessage();
    store.failed(
        delivery,
        retryAt,
        error.length() > LONGEST_ERROR ? error.substring(0, LONGEST_ERROR) : error);
  }
}
