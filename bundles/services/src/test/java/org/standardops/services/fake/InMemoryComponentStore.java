package org.standardops.services.fake;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.standardops.services.port.ComponentStore;

/** Components by name and version. */
public final class InMemoryComponentStore implements ComponentStore {

  private final Map<String, StoredComponent> components = new ConcurrentSkipListMap<>();

  @Override
  public List<StoredComponent> list() {
    return List.copyOf(components.values());
  }

  @Override
  public List<String> names() {
    return components.values().stream().map(StoredComponent::name).distinct().toList();
  }

  @Override
  public boolean add(StoredComponent component) {
    return components.putIfAbsent(component.name() + " " + component.version(), component) == null;
  }

  @Override
  public boolean remove(String name, String version) {
    return components.remove(name + " " + version) != null;
  }
}
