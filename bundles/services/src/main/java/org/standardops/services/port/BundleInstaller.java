package org.standardops.services.port;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.standardops.engine.port.BundleState;
import org.standardops.services.port.BundleStore.Origin;

/**
 * Installs, retires and removes atom bundles in the running server; implemented by the one place
 * that touches the framework. No call touches any other bundle. What a call changes, the store and
 * the framework say both when it returns; a crash in between is set right at the next start.
 * Thread-safe.
 */
public interface BundleInstaller {

  /**
   * Checks, installs, starts and stores a bundle. The very bytes that are there already are
   * answered as they are. Pointers of faults name the file in the jar and the place in that, such
   * as {@code /atoms~1timer.json/timing}.
   *
   * @param jar its bytes; only read
   * @throws org.standardops.model.ProductException INVALID with every reason against it, and
   *     nothing is left of it; ALREADY_EXISTS where its name and version are there with other
   *     bytes, TOO_LARGE over 64 MiB, UNAVAILABLE until {@link #synced}
   */
  Installation install(Path jar, String by);

  /**
   * Changes what new tasks get. When it returns, no plan gets the atoms of a bundle that is not
   * active.
   *
   * @throws org.standardops.model.ProductException NOT_FOUND, UNAVAILABLE until {@link #synced}
   */
  InstalledBundle change(BundleId id, BundleState state, String by);

  /**
   * Removes a bundle that is draining.
   *
   * @param force whatever its state, and though tasks may need it: their nodes wait for its return
   * @return true: it is gone; false: it does not drain any more
   * @throws org.standardops.model.ProductException UNAVAILABLE until {@link #synced}
   */
  boolean remove(BundleId id, boolean force, String by);

  /** All atom bundles that the server keeps, by symbolic name and version. */
  List<InstalledBundle> list();

  /** Those that drain; touches no database where there are none. */
  List<InstalledBundle> draining();

  /**
   * True once this server has brought in every bundle that is stored, so that the atoms of tasks
   * from before its start are there; false for the first moments, and while the database is away.
   */
  boolean synced();

  /** What is wrong with bundles, and what to do; sentences for people. */
  List<String> problems();

  /**
   * What came of an installation.
   *
   * @param isNew false where these very bytes were there
   */
  record Installation(InstalledBundle bundle, boolean isNew) {}

  /**
   * An atom bundle.
   *
   * @param sha256 of its bytes, hex
   * @param size in bytes
   * @param problem why it does not run, and what to do
   */
  record InstalledBundle(
      BundleId id,
      String sha256,
      long size,
      Origin origin,
      String installedBy,
      Instant installedAt,
      BundleState state,
      List<BroughtAtom> atoms,
      Optional<String> problem) {
    public InstalledBundle {
      atoms = List.copyOf(atoms);
    }

    public List<String> codes() {
      return atoms.stream().map(BroughtAtom::code).toList();
    }
  }
}
