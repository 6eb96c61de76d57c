package org.standardops.atom.host.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.Version;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.standardops.atom.Atom;
import org.standardops.engine.port.BundleState;
import org.standardops.services.port.AtomUses;
import org.standardops.services.port.BundleId;
import org.standardops.services.port.BundleInstaller;
import org.standardops.services.port.BundleStore;

/** Wires the installer into the framework, and begins the first synchronisation. */
@Component
public final class BundleInstallerComponent implements BundleInstaller {

  private static final Duration PAUSE = Duration.ofSeconds(2);

  /** For a bundle to start; its atoms come while it does. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Duration LATECOMERS = Duration.ofSeconds(3);
  private static final Duration FAREWELL = Duration.ofSeconds(5);

  private final AtomInstaller installer;
  private final Thread firstSync;

  @Activate
  public BundleInstallerComponent(
      BundleContext context,
      @Reference BundleStore store,
      @Reference AtomUses uses,
      @Reference AtomCatalogComponent atoms) {
    Catalogue catalogue = atoms.catalogue();
    AtomBundles bundles = new AtomBundles(context, catalogue, PATIENCE);
    RunningAtoms running = new RunningAtoms(bundles, catalogue, LATECOMERS);
    KnownBundles known = new KnownBundles(running, catalogue);
    AtomJarCheck check =
        new AtomJarCheck(
            contractVersion(), Capabilities.of(context), new TakenCodes(catalogue, store));
    installer = new AtomInstaller(check, store, uses, running, known, InstantSource.system());
    StoredBundles stored = new StoredBundles(store, bundles, running, known);
    Path shipped = Path.of(context.getProperty("karaf.home"), "atoms");
    firstSync =
        new Thread(
            new FirstSync(installer, stored, running, known, shipped, PAUSE), "atom-bundles");
    firstSync.start();
  }

  private static Version contractVersion() {
    return FrameworkUtil.getBundle(Atom.class)
        .adapt(BundleRevision.class)
        .getDeclaredCapabilities(PackageNamespace.PACKAGE_NAMESPACE)
        .stream()
        .map(capability -> capability.getAttributes())
        .filter(
            export ->
                Atom.class.getPackageName().equals(export.get(PackageNamespace.PACKAGE_NAMESPACE)))
        .map(export -> (Version) export.get(PackageNamespace.CAPABILITY_VERSION_ATTRIBUTE))
        .findFirst()
        .orElseThrow();
  }

  @Deactivate
  void stop() throws InterruptedException {
    firstSync.interrupt();
    firstSync.join(FAREWELL.toMillis());
  }

  @Override
  public Installation install(Path jar, String by) {
    return installer.install(jar, by);
  }

  @Override
  public InstalledBundle change(BundleId id, BundleState state, String by) {
    return installer.change(id, state, by);
  }

  @Override
  public boolean remove(BundleId id, boolean force, String by) {
    return installer.remove(id, force, by);
  }

  @Override
  public List<InstalledBundle> list() {
    return installer.list();
  }

  @Override
  public List<InstalledBundle> draining() {
    return installer.draining();
  }

  @Override
  public boolean synced() {
    return installer.synced();
  }

  @Override
  public List<String> problems() {
    return installer.problems();
  }
}
