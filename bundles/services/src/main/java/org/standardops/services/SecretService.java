package org.standardops.services;

import java.util.List;
import org.standardops.model.BusinessId;
import org.standardops.services.port.SecretStore;

/**
 * Secrets of a business, which its processes use by name. What was stored is never told again.
 * Business admins only; refusals as in {@link TaskService}. Thread-safe.
 */
public interface SecretService {

  /** Names, and who changed each when; by name. */
  List<SecretStore.Entry> list(Caller caller, BusinessId business);

  /**
   * Stores or replaces one.
   *
   * @param name {@code [A-Za-z][A-Za-z0-9_.-]{0,63}}
   * @param value 4 to 65,536 characters
   * @throws org.standardops.model.ProductException INVALID
   */
  void put(Caller caller, BusinessId business, String name, String value);

  /** NOT_FOUND where it is not there. A process that uses it fails at that node from now on. */
  void delete(Caller caller, BusinessId business, String name);
}
