package org.standardops.services.port;

import java.util.List;
import java.util.Optional;
import org.standardops.model.BusinessId;
import org.standardops.model.LightAppId;
import org.standardops.model.Page;
import org.standardops.model.ProcessId;

/** Where light apps are kept. Each call is one transaction. Thread-safe. */
public interface LightAppStore {

  Optional<LightApp> find(LightAppId id);

  /** Of a business, newest first. */
  Page<LightApp> list(BusinessId business, Page.Request page);

  /** Whose people have this name in them, newest first. */
  List<LightApp> of(String person);

  /** Made from tasks of this process, newest first: what keeps it in use. */
  List<LightApp> usedBy(ProcessId process);

  /** False where the id is taken. */
  boolean create(LightApp app);

  /**
   * Stores form and frozen part, where the stored version is still {@code app.version()}.
   *
   * @return as stored, with its version raised; empty where the version is another
   */
  Optional<LightApp> replace(LightApp app);

  /** False where the stored version is another. */
  boolean delete(LightAppId id, long version);
}
