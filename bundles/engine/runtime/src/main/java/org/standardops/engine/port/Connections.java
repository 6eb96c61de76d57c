package org.standardops.engine.port;

import java.util.Map;
import org.standardops.model.BusinessId;

/** How to reach outside systems: the business's own access, else the server's. Thread-safe. */
public interface Connections {

  /**
   * @param system such as {@code tencentcloud}
   * @return settings by key; empty where none
   */
  Map<String, String> find(BusinessId business, String system);

  /** Keys whose values are secret and must be masked wherever they would show. */
  boolean isSecret(String system, String key);
}
