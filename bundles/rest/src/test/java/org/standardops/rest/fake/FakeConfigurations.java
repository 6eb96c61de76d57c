package org.standardops.rest.fake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.standardops.model.BusinessId;
import org.standardops.model.ErrorCode;
import org.standardops.model.Page;
import org.standardops.model.ProcessId;
import org.standardops.model.ProductException;
import org.standardops.services.Caller;
import org.standardops.services.ConfigurationService;
import org.standardops.services.port.ConfigurationStore.Configuration;
import org.standardops.services.port.ConfigurationStore.Entry;

/** The configuration of one business, without rights and checks. */
public final class FakeConfigurations implements ConfigurationService {

  private final List<Configuration> states = new ArrayList<>();

  @Override
  public Configuration get(Caller caller, BusinessId business) {
    return states.isEmpty() ? Configuration.none(business) : states.get(0);
  }

  @Override
  public Configuration replace(
      Caller caller, BusinessId business, long expectedVersion, List<Entry> variables) {
    if (expectedVersion != states.size()) {
      throw new ProductException(ErrorCode.ETAG_CHANGED, "It has changed.");
    }
    Configuration next =
        new Configuration(business, variables, expectedVersion + 1, caller.name(), Instant.EPOCH);
    states.add(0, next);
    return next;
  }

  @Override
  public Page<Configuration> history(Caller caller, BusinessId business, Page.Request page) {
    return new Page<>(List.copyOf(states), Optional.empty());
  }

  @Override
  public List<Use> usedBy(Caller caller, BusinessId business) {
    return List.of(new Use("area", new ProcessId("p1"), "Push", false, "n", "Node", "/area"));
  }
}
