package org.standardops.services.fake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.standardops.model.BusinessId;
import org.standardops.model.Page;
import org.standardops.services.port.ConfigurationStore;

/** All states of the configuration of all businesses. */
public final class InMemoryConfigurationStore implements ConfigurationStore {

  private final List<Configuration> states = new ArrayList<>();

  @Override
  public synchronized Optional<Configuration> find(BusinessId business) {
    return of(business).stream().findFirst();
  }

  @Override
  public synchronized Page<Configuration> history(BusinessId business, Page.Request page) {
    return Pages.of(of(business), state -> String.valueOf(state.version()), page);
  }

  private List<Configuration> of(BusinessId business) {
    return states.stream()
        .filter(state -> state.business().equals(business))
        .sorted(Comparator.comparing(Configuration::version).reversed())
        .toList();
  }

  @Override
  public synchronized boolean add(Configuration next) {
    boolean free =
        of(next.business()).stream().noneMatch(state -> state.version() == next.version());
    return free && states.add(next);
  }
}
