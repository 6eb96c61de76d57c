package org.standardops.services.fake;

import java.util.ArrayList;
import java.util.List;
import org.standardops.services.port.BundleInstaller;

/** Takes every jar for a bundle. */
public final class FakeBundles implements BundleInstaller {

  private final List<InstalledBundle> bundles = new ArrayList<>();
  private boolean synced = true;

  public void setSynced(boolean synced) {
    this.synced = synced;
  }

  @Override
  public InstalledBundle install(byte[] jar, String by) {
    bundles.add(new InstalledBundle("test", "1.0." + bundles.size(), "", List.of(), "ACTIVE"));
    return bundles.get(bundles.size() - 1);
  }

  @Override
  public List<InstalledBundle> list() {
    return List.copyOf(bundles);
  }

  @Override
  public boolean synced() {
    return synced;
  }
}
