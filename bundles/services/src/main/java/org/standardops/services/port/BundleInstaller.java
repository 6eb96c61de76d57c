package org.standardops.services.port;

import java.util.List;

/**
 * Installs and removes atom bundles in the running server; implemented by the one place that
 * touches the framework. Thread-safe.
 */
public interface BundleInstaller {

  /**
   * Checks, stores, installs and starts a bundle; no other bundle is touched.
   *
   * @throws org.standardops.model.ProductException INVALID with every reason against it,
   *     ALREADY_EXISTS, TOO_LARGE
   */
  InstalledBundle install(byte[] jar, String by);

  /** All atom bundles, stored and running. */
  List<InstalledBundle> list();

  /**
   * An atom bundle.
   *
   * @param atoms codes of its atoms
   * @param state ACTIVE, or what is wrong with it
   */
  record InstalledBundle(
      String symbolicName, String version, String sha256, List<String> atoms, String state) {}
}
