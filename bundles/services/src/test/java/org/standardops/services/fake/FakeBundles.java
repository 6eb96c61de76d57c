package org.standardops.services.fake;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.standardops.engine.port.BundleState;
import org.standardops.model.ProductException;
import org.standardops.services.port.BroughtAtom;
import org.standardops.services.port.BundleId;
import org.standardops.services.port.BundleInstaller;
import org.standardops.services.port.BundleStore.Origin;

/** Takes every jar for a bundle that brings one atom, named as the file is. */
public final class FakeBundles implements BundleInstaller {

  private final Map<String, InstalledBundle> bundles = new TreeMap<>();
  private boolean synced = true;

  public void setSynced(boolean synced) {
    this.synced = synced;
  }

  @Override
  public Installation install(Path jar, String by) {
    BundleId id = new BundleId(jar.getFileName().toString(), "1.0.0");
    boolean isNew = !bundles.containsKey(id.toString());
    put(
        new InstalledBundle(
            id,
            "",
            1,
            Origin.UPLOADED,
            by,
            Instant.EPOCH,
            BundleState.ACTIVE,
            List.of(new BroughtAtom(id.symbolicName(), Map.of("en", id.symbolicName()))),
            Optional.empty()));
    return new Installation(bundles.get(id.toString()), isNew);
  }

  private void put(InstalledBundle bundle) {
    bundles.put(bundle.id().toString(), bundle);
  }

  @Override
  public InstalledBundle change(BundleId id, BundleState state, String by) {
    InstalledBundle of =
        Optional.ofNullable(bundles.get(id.toString()))
            .orElseThrow(() -> ProductException.notFound("The bundle " + id));
    put(
        new InstalledBundle(
            id,
            of.sha256(),
            of.size(),
            of.origin(),
            of.installedBy(),
            of.installedAt(),
            state,
            of.atoms(),
            of.problem()));
    return bundles.get(id.toString());
  }

  @Override
  public boolean remove(BundleId id, boolean force, String by) {
    InstalledBundle bundle = bundles.get(id.toString());
    if (bundle != null && !force && bundle.state() != BundleState.DRAINING) {
      return false;
    }
    bundles.remove(id.toString());
    return true;
  }

  @Override
  public List<InstalledBundle> list() {
    return List.copyOf(bundles.values());
  }

  @Override
  public List<InstalledBundle> draining() {
    return list().stream().filter(bundle -> bundle.state() == BundleState.DRAINING).toList();
  }

  @Override
  public boolean synced() {
    return synced;
  }

  @Override
  public List<String> problems() {
    return List.of();
  }
}
