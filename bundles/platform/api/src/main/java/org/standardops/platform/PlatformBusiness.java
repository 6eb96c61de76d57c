package org.standardops.platform;

import java.time.Instant;
import java.util.List;
import org.standardops.model.BusinessId;

/**
 * A business as the platform knows it.
 *
 * @param ops names of those who have the business OPS role
 */
public record PlatformBusiness(BusinessId id, String name, List<String> ops, Instant createdAt) {

  public PlatformBusiness {
    ops = List.copyOf(ops);
  }
}
