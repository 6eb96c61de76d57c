package org.standardops.services.fake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.standardops.model.BusinessId;
import org.standardops.services.port.AtomUses;

/** Tasks that tests say are there. */
public final class FakeAtomUses implements AtomUses {

  private final List<String> tasks = new ArrayList<>();

  /** A task on this atom. */
  public void begin(String code, String version) {
    tasks.add(code + " " + version);
  }

  public void end(String code, String version) {
    tasks.remove(code + " " + version);
  }

  @Override
  public Uses tasks(Collection<String> codes, String version, int first) {
    List<Use> found =
        tasks.stream()
            .filter(task -> codes.stream().anyMatch(code -> task.equals(code + " " + version)))
            .map(task -> new Use(task, new BusinessId("b1")))
            .toList();
    return new Uses(found.size(), found.stream().limit(first).toList());
  }
}
