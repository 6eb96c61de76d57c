package org.standardops.services.check;

import java.util.Map;
import java.util.Set;
import org.standardops.model.BusinessId;
import org.standardops.model.JsonValues;

/**
 * What the processes of a business may use by name.
 *
 * @param business whose they are
 * @param configuration values by KEY; a secret one is a {@link org.standardops.model.SealedText}
 * @param secrets names
 */
public record BusinessValues(
    BusinessId business, Map<String, Object> configuration, Set<String> secrets) {

  public BusinessValues {
    configuration = JsonValues.object(configuration);
    secrets = Set.copyOf(secrets);
  }

  /** The same secrets, but the configuration as a task has it. */
  public BusinessValues with(Map<String, Object> frozen) {
    return new BusinessValues(business, frozen, secrets);
  }
}
