package org.standardops.services.port;

import java.util.List;

/**
 * Installs and removes atom bundles in the running server; implemented by the one place that
 * touches the framework. Thread-safe.
 */
public interface BundleInstaller {

  /**
   * Checks, stores, installs and starts a bundle; no other bundle is touched. The very bytes that
   * are there already are answered as they are. Pointers of faults name the file in the jar and the
   * place in that, such as {@code /atoms~1timer.json/timing}.
   *
   * @throws org.standardops.model.ProductException INVALID with every reason against it,
   *     ALREADY_EXISTS where its name and version are there with other bytes, TOO_LARGE over 64
   *     MiB, UNAVAILABLE until {@link #synced}
   */
  InstalledBundle install(byte[] jar, String by);

  /** All atom bundles that the server keeps, by symbolic name and version. */
  List<InstalledBundle> list();

  /**
   * True once this server has brought in every bundle that is stored, so that the atoms of tasks
   * from before its start are there; false for the first moments, and while the database is away.
   */
  boolean synced();

  /**
   * An atom bundle.
   *
   * @param atoms codes of its atoms
   * @param state ACTIVE, or what is wrong with it
   */
  record InstalledBundle(
      String symbolicName, String version, String sha256, List<String> atoms, String state) {}
}
