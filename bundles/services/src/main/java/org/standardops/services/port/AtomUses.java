package org.standardops.services.port;

import java.util.Collection;
import java.util.List;
import org.standardops.model.BusinessId;

/** Who still needs versions of atoms. Thread-safe. */
public interface AtomUses {

  /**
   * Tasks that may still call one of these atoms in this version: they have not ended, and a node
   * with it is not done.
   *
   * @param first so many are named, oldest first
   */
  Uses tasks(Collection<String> codes, String version, int first);

  /** How many there are, and the first of them. */
  record Uses(long count, List<Use> first) {

    public static final Uses NONE = new Uses(0, List.of());

    public Uses {
      first = List.copyOf(first);
    }
  }

  /** A task or a process, and the business whose admins to talk to. */
  record Use(String id, BusinessId business) {}
}
