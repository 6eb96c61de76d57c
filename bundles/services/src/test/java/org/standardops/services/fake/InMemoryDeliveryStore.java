package org.standardops.services.fake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.standardops.model.Page;
import org.standardops.model.process.Notify;
import org.standardops.model.task.Notice;
import org.standardops.services.port.DeliveryStore;

/** The outbox and the deliveries in memory. */
public final class InMemoryDeliveryStore implements DeliveryStore {

  private final List<Notice> outbox = new ArrayList<>();
  private final Map<Long, Delivery> deliveries = new TreeMap<>();

  public synchronized void put(Notice notice) {
    outbox.add(notice);
  }

  public synchronized List<Delivery> all() {
    return List.copyOf(deliveries.values());
  }

  @Override
  public synchronized List<Notice> outbox(int limit) {
    return outbox.stream().limit(limit).toList();
  }

  @Override
  public synchronized boolean address(Notice notice, List<Address> addresses, Instant now) {
    if (!outbox.remove(notice)) {
      return false;
    }
    for (Address address : addresses) {
      long id = deliveries.size() + 1L;
      deliveries.put(
          id,
          new Delivery(
              id,
              notice,
              address.person(),
              address.channel(),
              State.PENDING,
              0,
              now,
              now,
              Optional.empty(),
              Optional.empty()));
    }
    return true;
  }

  @Override
  public synchronized List<Delivery> due(Notify.Channel channel, Instant now, int limit) {
    return deliveries.values().stream()
        .filter(d -> d.channel() == channel && d.state() == State.PENDING)
        .filter(d -> !d.nextAt().isAfter(now))
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized boolean claim(Delivery delivery, Instant until) {
    Delivery stored = deliveries.get(delivery.id());
    if (stored.state() != State.PENDING || stored.attempts() != delivery.attempts()) {
      return false;
    }
    put(stored, State.PENDING, stored.attempts() + 1, until, Optional.empty(), stored.lastError());
    return true;
  }

  @Override
  public void sent(Delivery claimed, Instant at) {
    settle(claimed, State.SENT, at, Optional.of(at), Optional.empty());
  }

  @Override
  public void failed(Delivery claimed, Optional<Instant> retryAt, String error) {
    settle(
        claimed,
        retryAt.isPresent() ? State.PENDING : State.FAILED,
        retryAt.orElse(claimed.nextAt()),
        Optional.empty(),
        Optional.of(error));
  }

  private synchronized void settle(
      Delivery claimed, State state, Instant next, Optional<Instant> at, Optional<String> error) {
    if (deliveries.get(claimed.id()).attempts() == claimed.attempts() + 1) {
      put(claimed, state, claimed.attempts() + 1, next, at, error);
    }
  }

  private void put(
      Delivery of,
      State state,
      int attempts,
      Instant next,
      Optional<Instant> sentAt,
      Optional<String> error) {
    deliveries.put(
        of.id(),
        new Delivery(
            of.id(),
            of.notice(),
            of.person(),
            of.channel(),
            state,
            attempts,
            next,
            of.createdAt(),
            sentAt,
            error));
  }

  @Override
  public synchronized int removeSettled(Instant before, int limit) {
    List<Delivery> old =
        all().stream()
            .filter(d -> d.state() != State.PENDING && d.createdAt().isBefore(before))
            .limit(limit)
            .toList();
    old.forEach(d -> deliveries.remove(d.id()));
    return old.size();
  }

  @Override
  public Page<Delivery> list(Filter filter, Page.Request page) {
    List<Delivery> found =
        all().stream()
            .filter(d -> filter.business().map(d.notice().business()::equals).orElse(true))
            .filter(d -> filter.task().map(d.notice().task()::equals).orElse(true))
            .filter(d -> filter.state().map(d.state()::equals).orElse(true))
            .sorted(Comparator.comparing(Delivery::id).reversed())
            .toList();
    return Pages.of(found, d -> Long.toString(d.id()), page);
  }
}
