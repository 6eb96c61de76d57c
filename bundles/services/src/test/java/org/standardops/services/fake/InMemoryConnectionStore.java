package org.standardops.services.fake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.standardops.model.BusinessId;
import org.standardops.services.port.ConnectionStore;

/** Connections by business and system. */
public final class InMemoryConnectionStore implements ConnectionStore {

  private final Map<String, StoredConnection> connections = new ConcurrentSkipListMap<>();

  private static String key(BusinessId business, String system) {
    return business + "/" + system;
  }

  /** All that is stored, as text. */
  public String everything() {
    StringBuilder text = new StringBuilder();
    connections.values().forEach(stored -> text.append(new String(stored.settings())));
    return text.toString();
  }

  @Override
  public Optional<StoredConnection> find(BusinessId business, String system) {
    return Optional.ofNullable(connections.get(key(business, system)));
  }

  @Override
  public List<StoredConnection> list(BusinessId business) {
    return connections.values().stream().filter(one -> one.business().equals(business)).toList();
  }

  @Override
  public synchronized boolean replace(StoredConnection next) {
    long there = find(next.business(), next.system()).map(StoredConnection::version).orElse(0L);
    if (there != next.version()) {
      return false;
    }
    connections.put(
        key(next.business(), next.system()),
        new StoredConnection(
            next.business(),
            next.system(),
            next.settings(),
            next.changedBy(),
            next.changedAt(),
            there + 1));
    return true;
  }

  @Override
  public synchronized boolean delete(BusinessId business, String system, long version) {
    return find(business, system).filter(there -> there.version() == version).isPresent()
        && connections.remove(key(business, system)) != null;
  }
}
