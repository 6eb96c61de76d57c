package org.standardops.services.port;

import java.time.Instant;
import org.standardops.model.ErrorCode;
import org.standardops.model.ProductException;

/**
 * A local account. What is known of its person is the configuration platform's, by the same name.
 *
 * @param passwordHash as the hashing library encodes it; never leaves the server
 * @param version counts changes; the ETag
 */
public record Account(
    String name,
    boolean platformAdmin,
    String passwordHash,
    boolean mustChangePassword,
    Instant createdAt,
    long version) {

  /** Why this account is neither deleted nor made another's equal. */
  public ProductException lastPlatformAdmin() {
    return new ProductException(
        ErrorCode.STATE_FORBIDS, name + " is the last platform admin; make another one first.");
  }

  /** With a password that its owner chose. */
  public Account withOwnPassword(String hash) {
    return new Account(name, platformAdmin, hash, false, createdAt, version);
  }
}
