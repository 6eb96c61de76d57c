package org.standardops.services;

import org.standardops.model.ProductException;

/** The key that secrets are sealed with. Thread-safe. */
public interface KeyService {

  /**
   * Makes a new key and seals everything anew with it, while the server goes on. Where that was
   * broken off, the next call goes on with it.
   *
   * @return how many secrets and settings of channels were sealed anew
   * @throws ProductException FORBIDDEN to all but platform admins
   */
  int change(Caller caller);
}
