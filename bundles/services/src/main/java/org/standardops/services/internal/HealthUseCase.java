package org.standardops.services.internal;

import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.standardops.engine.Engine;
import org.standardops.engine.Metric;
import org.standardops.services.Caller;
import org.standardops.services.HealthService;
import org.standardops.services.port.BundleInstaller;
import org.standardops.services.port.BusinessStore;
import org.standardops.services.port.ComponentLibrary;
import org.standardops.services.port.FirstAccount;
import org.standardops.services.rights.Operation;
import org.standardops.services.rights.Permissions;

/** How the server is. */
@Component
public final class HealthUseCase implements HealthService {

  private final Engine engine;
  private final BundleInstaller bundles;
  private final ComponentLibrary components;
  private final FirstAccount firstAccount;
  private final Permissions permissions;

  @Activate
  public HealthUseCase(
      @Reference Engine engine,
      @Reference BundleInstaller bundles,
      @Reference ComponentLibrary components,
      @Reference FirstAccount firstAccount,
      @Reference BusinessStore businesses) {
    this.engine = engine;
    this.bundles = bundles;
    this.components = components;
    this.firstAccount = firstAccount;
    this.permissions = new Permissions(businesses);
  }

  @Override
  public List<Metric> metrics(Caller caller) {
    permissions.require(caller, Operation.SEE_METRICS);
    return engine.metrics();
  }

  @Override
  public Health health() {
    Engine.EngineHealth health = engine.health();
    List<String> problems = new ArrayList<>(health.problems());
    boolean atomsThere = bundles.synced() && components.loaded();
    if (!atomsThere) {
      problems.add("The atoms are not all brought in yet; that waits for the database.");
    }
    problems.addAll(bundles.problems());
    boolean accountThere = firstAccount.isThere();
    if (!accountThere) {
      problems.add("The first account is not there yet; it waits for the database.");
    }
    return new Health(health.ready() && atomsThere && accountThere, problems);
  }
}
