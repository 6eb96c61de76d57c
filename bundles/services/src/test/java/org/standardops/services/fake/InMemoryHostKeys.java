package org.standardops.services.fake;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.standardops.engine.port.HostKeys;
import org.standardops.model.BusinessId;

/** Of any business alike. */
public final class InMemoryHostKeys implements HostKeys {

  private final Map<Server, String> keys = new ConcurrentHashMap<>();

  @Override
  public Optional<String> find(BusinessId business, Server server) {
    return Optional.ofNullable(keys.get(server));
  }

  @Override
  public String remember(BusinessId business, Server server, String key) {
    return keys.computeIfAbsent(server, unknown -> key);
  }

  @Override
  public Map<Server, String> of(BusinessId business) {
    return Map.copyOf(keys);
  }

  @Override
  public void change(BusinessId business, Map<Server, String> more, Collection<Server> forget) {
    keys.putAll(more);
    keys.keySet().removeAll(forget);
  }
}
