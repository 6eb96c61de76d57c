package org.standardops.services.port;

import java.util.Map;

/**
 * The server's own access to outside systems, from {@code etc/org.standardops.<system>.cfg}; as the
 * file is now. Thread-safe.
 */
public interface ServerSettings {

  /**
   * @param system a name that the product gave: nothing of it is looked at
   * @return what is written there and not blank; empty where there is no such file
   */
  Map<String, String> find(String system);
}
