package org.standardops.services.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.standardops.engine.Engine;
import org.standardops.engine.port.AtomCatalog;
import org.standardops.engine.port.BundleState;
import org.standardops.model.ProductException;
import org.standardops.services.BundleService;
import org.standardops.services.Caller;
import org.standardops.services.check.AtomVersions;
import org.standardops.services.port.AtomUses;
import org.standardops.services.port.AtomUses.Uses;
import org.standardops.services.port.BundleId;
import org.standardops.services.port.BundleInstaller;
import org.standardops.services.port.BundleInstaller.Installation;
import org.standardops.services.port.BundleInstaller.InstalledBundle;
import org.standardops.services.port.BusinessStore;
import org.standardops.services.port.ProcessStore;
import org.standardops.services.rights.Operation;
import org.standardops.services.rights.Permissions;

/** Atom bundles, and who needs them. */
@Component
public final class BundleUseCases implements BundleService {

  private final BundleInstaller installer;
  private final Draining draining;
  private final AtomUses uses;
  private final ProcessesOnAtoms processes;
  private final Permissions permissions;

  @Activate
  public BundleUseCases(
      @Reference BundleInstaller installer,
      @Reference AtomUses uses,
      @Reference AtomCatalog atoms,
      @Reference Engine engine,
      @Reference ProcessStore processes,
      @Reference BusinessStore businesses) {
    this.installer = installer;
    this.draining = new Draining(installer, uses, engine);
    this.uses = uses;
    this.processes = new ProcessesOnAtoms(businesses, processes, new AtomVersions(atoms));
    this.permissions = new Permissions(businesses);
  }

  @Override
  public List<UsedBundle> list(Caller caller) {
    permissions.require(caller, Operation.LIST_BUNDLES);
    return installer.list().stream()
        .map(bundle -> new UsedBundle(bundle, tasks(bundle), Optional.empty()))
        .toList();
  }

  @Override
  public UsedBundle find(Caller caller, BundleId id) {
    permissions.require(caller, Operation.SEE_BUNDLE);
    return installer.list().stream()
        .filter(bundle -> bundle.id().equals(id))
        .findFirst()
        .map(this::used)
        .orElseThrow(() -> ProductException.notFound("The bundle " + id));
  }

  private UsedBundle used(InstalledBundle bundle) {
    return new UsedBundle(
        bundle,
        tasks(bundle),
        Optional.of(processes.of(bundle.codes(), bundle.id().version(), Draining.NAMED)));
  }

  private Uses tasks(InstalledBundle bundle) {
    return uses.tasks(bundle.codes(), bundle.id().version(), Draining.NAMED);
  }

  @Override
  public void requireInstall(Caller caller) {
    permissions.require(caller, Operation.INSTALL_BUNDLE);
  }

  @Override
  public Installed install(Caller caller, Path jar) {
    permissions.require(caller, Operation.INSTALL_BUNDLE);
    Installation done = installer.install(jar, caller.name());
    return new Installed(used(done.bundle()), done.isNew());
  }

  @Override
  public UsedBundle retire(Caller caller, BundleId id) {
    permissions.require(caller, Operation.RETIRE_BUNDLE);
    return used(installer.change(id, BundleState.RETIRED, caller.name()));
  }

  @Override
  public UsedBundle activate(Caller caller, BundleId id) {
    permissions.require(caller, Operation.ACTIVATE_BUNDLE);
    return used(installer.change(id, BundleState.ACTIVE, caller.name()));
  }

  @Override
  public Optional<UsedBundle> remove(Caller caller, BundleId id, boolean force) {
    permissions.require(caller, Operation.REMOVE_BUNDLE);
    InstalledBundle bundle = installer.change(id, BundleState.DRAINING, caller.name());
    if (force) {
      installer.remove(id, true, caller.name());
      return Optional.empty();
    }
    return draining.end(bundle, caller.name()) ? Optional.empty() : Optional.of(used(bundle));
  }
}
