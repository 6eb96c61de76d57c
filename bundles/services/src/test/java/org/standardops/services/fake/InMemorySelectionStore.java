package org.standardops.services.fake;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.standardops.model.ProcessId;
import org.standardops.services.port.SavedSelection;
import org.standardops.services.port.SelectionStore;

/** Selections in memory. */
public final class InMemorySelectionStore implements SelectionStore {

  private final Map<ProcessId, Map<String, SavedSelection>> selections = new ConcurrentHashMap<>();

  @Override
  public List<SavedSelection> list(ProcessId process) {
    return List.copyOf(selections.getOrDefault(process, Map.of()).values());
  }

  @Override
  public void save(ProcessId process, SavedSelection selection) {
    selections.computeIfAbsent(process, none -> new TreeMap<>()).put(selection.name(), selection);
  }

  @Override
  public boolean delete(ProcessId process, String name) {
    return selections.containsKey(process) && selections.get(process).remove(name) != null;
  }
}
