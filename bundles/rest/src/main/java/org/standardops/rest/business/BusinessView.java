package org.standardops.rest.business;

import java.time.Instant;
import java.util.List;
import org.standardops.services.port.Business;

/** A business as it is answered. */
public record BusinessView(String id, String name, List<String> admins, Instant createdAt) {

  static BusinessView of(Business business) {
    return new BusinessView(
        business.id().value(), business.name(), business.admins(), business.createdAt());
  }
}
