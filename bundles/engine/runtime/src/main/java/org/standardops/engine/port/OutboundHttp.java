package org.standardops.engine.port;

import java.util.function.BooleanSupplier;
import org.standardops.atom.Http;

/** The guarded way out for atoms. Thread-safe. */
public interface OutboundHttp {

  /**
   * For one call of an atom.
   *
   * @param intentKey sent as {@code Idempotency-Key}
   * @param cancelled asked while an exchange is under way; true ends it
   */
  Http forCall(String intentKey, BooleanSupplier cancelled);
}
