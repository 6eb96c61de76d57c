package org.standardops.services.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.standardops.model.BusinessId;
import org.standardops.model.Page;
import org.standardops.model.TaskId;
import org.standardops.model.process.Notify;
import org.standardops.model.task.Notice;

/**
 * Notices on their way to people. The engine puts them into an outbox with the change that they
 * tell of; from there each becomes deliveries, one for each person and channel. Several servers may
 * work on one store. Each call is one transaction. Thread-safe.
 */
public interface DeliveryStore {

  /** Notices without deliveries yet, oldest first. */
  List<Notice> outbox(int limit);

  /**
   * Takes a notice from the outbox and makes its deliveries, due now.
   *
   * @return false, and nothing is stored, where another server did so
   */
  boolean address(Notice notice, List<Address> addresses, Instant now);

  /** PENDING deliveries of a channel whose time has come, soonest first. */
  List<Delivery> due(Notify.Channel channel, Instant now, int limit);

  /**
   * Counts an attempt, and keeps the delivery from all others until then. Whoever claimed it and
   * died leaves it to be claimed again.
   *
   * @return false where another server did so, or it is settled
   */
  boolean claim(Delivery delivery, Instant until);

  /** The claimed attempt went well. */
  void sent(Delivery claimed, Instant at);

  /**
   * The claimed attempt failed.
   *
   * @param retryAt empty: given up
   * @param error for people, at most 1000 characters; no secret in it
   */
  void failed(Delivery claimed, Optional<Instant> retryAt, String error);

  /**
   * Removes the oldest deliveries that are settled and were made before a time.
   *
   * @return how many; fewer than the limit: no more are left
   */
  int removeSettled(Instant before, int limit);

  /** Newest first. */
  Page<Delivery> list(Filter filter, Page.Request page);

  /** Whom to tell, and by what. */
  record Address(String person, Notify.Channel channel) {}

  /**
   * One notice on its way to one person by one channel.
   *
   * @param nextAt when it is due while PENDING
   */
  record Delivery(
      long id,
      Notice notice,
      String person,
      Notify.Channel channel,
      State state,
      int attempts,
      Instant nextAt,
      Instant createdAt,
      Optional<Instant> sentAt,
      Optional<String> lastError) {}

  /** How far a delivery is. */
  enum State {
    PENDING,
    SENT,
    /** Given up. */
    FAILED
  }

  /** Which deliveries; empty: all. */
  record Filter(Optional<BusinessId> business, Optional<TaskId> task, Optional<State> state) {}
}
