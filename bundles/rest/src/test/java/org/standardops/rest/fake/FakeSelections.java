package org.standardops.rest.fake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.standardops.model.ProcessId;
import org.standardops.model.ProductException;
import org.standardops.services.Caller;
import org.standardops.services.SelectionService;
import org.standardops.services.port.SavedSelection;

/** Selections in memory, of one process. */
public final class FakeSelections implements SelectionService {

  private final Map<String, SavedSelection> saved = new TreeMap<>();

  @Override
  public List<SavedSelection> list(Caller caller, ProcessId process) {
    return List.copyOf(saved.values());
  }

  @Override
  public SavedSelection save(Caller caller, ProcessId process, String name, List<String> nodes) {
    SavedSelection selection =
        new SavedSelection(name, nodes, caller.name(), Instant.parse("2026-11-23T16:00:00Z"));
    saved.put(name, selection);
    return selection;
  }

  @Override
  public void delete(Caller caller, ProcessId process, String name) {
    if (saved.remove(name) == null) {
      throw ProductException.notFound("The selection '" + name + "'");
    }
  }
}
