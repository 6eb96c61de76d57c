package org.standardops.rest.atom;

import java.util.List;
import org.standardops.services.port.BundleInstaller;

/** An atom bundle. */
public record BundleView(
    String id,
    String symbolicName,
    String version,
    String sha256,
    List<String> atoms,
    String state) {

  static BundleView of(BundleInstaller.InstalledBundle bundle) {
    return new BundleView(
        bundle.symbolicName() + ":" + bundle.version(),
        bundle.symbolicName(),
        bundle.version(),
        bundle.sha256(),
        bundle.atoms(),
        bundle.state());
  }
}
