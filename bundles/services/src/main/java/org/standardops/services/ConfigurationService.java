package org.standardops.services;

import java.util.List;
import org.standardops.model.BusinessId;
import org.standardops.model.Page;
import org.standardops.model.ProcessId;
import org.standardops.services.port.ConfigurationStore.Configuration;
import org.standardops.services.port.ConfigurationStore.Entry;

/**
 * Values that all processes of a business can use, as {@code ${business.KEY}}. A task has those of
 * the time at which it was created. Refusals as in {@link TaskService}. Thread-safe.
 */
public interface ConfigurationService {

  /** As it is now; version 0 where nothing was ever configured. */
  Configuration get(Caller caller, BusinessId business);

  /**
   * Replaces the whole; business admin. A secret value that is sent back as {@code {"secret":
   * true}} stays as it is.
   *
   * @param expectedVersion another one is ETAG_CHANGED
   * @throws org.standardops.model.ProductException INVALID with every fault
   */
  Configuration replace(
      Caller caller, BusinessId business, long expectedVersion, List<Entry> variables);

  /** All states that it was in, newest first. */
  Page<Configuration> history(Caller caller, BusinessId business, Page.Request page);

  /** Which KEY is used where; business admin. By KEY, then by process. */
  List<Use> usedBy(Caller caller, BusinessId business);

  /**
   * One use of a KEY.
   *
   * @param draft true where it stands in the draft
   * @param pointer into the node's parameters
   */
  record Use(
      String key,
      ProcessId process,
      String processName,
      boolean draft,
      String node,
      String nodeName,
      String pointer) {}
}
