package org.standardops.services.internal;

import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.standardops.engine.Engine;
import org.standardops.services.HealthService;
import org.standardops.services.port.BundleInstaller;
import org.standardops.services.port.ComponentLibrary;
import org.standardops.services.port.FirstAccount;

/** How the server is. */
@Component
public final class HealthUseCase implements HealthService {

  private final Engine engine;
  private final BundleInstaller bundles;
  private final ComponentLibrary components;
  private final FirstAccount firstAccount;

  @Activate
  public HealthUseCase(
      @Reference Engine engine,
      @Reference BundleInstaller bundles,
      @Reference ComponentLibrary components,
      @Reference FirstAccount firstAccount) {
    this.engine = engine;
    this.bundles = bundles;
    this.components = components;
    this.firstAccount = firstAccount;
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
