package org.standardops.services;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.standardops.services.port.AtomUses.Uses;
import org.standardops.services.port.BundleId;
import org.standardops.services.port.BundleInstaller.InstalledBundle;

/** The bundles that bring atoms, for platform admins. Thread-safe. */
public interface BundleService {

  /** By symbolic name and version. */
  List<UsedBundle> list(Caller caller);

  /**
   * @throws org.standardops.model.ProductException NOT_FOUND
   */
  UsedBundle find(Caller caller, BundleId id);

  /** Sends away who may not install, before a large jar is read. */
  void requireInstall(Caller caller);

  /**
   * Installs a bundle beside its other versions, while tasks run; the very bytes that are there
   * already are answered as they are.
   *
   * @param jar its bytes; only read
   * @throws org.standardops.model.ProductException as {@link
   *     org.standardops.services.port.BundleInstaller#install}
   */
  Installed install(Caller caller, Path jar);

  /**
   * Tasks that have it keep it, and no new task gets it; also ends a removal that is under way.
   *
   * @throws org.standardops.model.ProductException NOT_FOUND
   */
  UsedBundle retire(Caller caller, BundleId id);

  /**
   * New tasks get it again; also ends a removal that is under way.
   *
   * @throws org.standardops.model.ProductException NOT_FOUND
   */
  UsedBundle activate(Caller caller, BundleId id);

  /**
   * Removes a bundle, at once where no task needs it. Else it drains: no new task gets it, and it
   * goes when the last task that may still call it has ended.
   *
   * @param force at once, though tasks need it: their nodes wait until it is installed again
   * @return the draining bundle with the tasks that use it; empty: it is gone
   * @throws org.standardops.model.ProductException NOT_FOUND
   */
  Optional<UsedBundle> remove(Caller caller, BundleId id, boolean force);

  /**
   * A bundle and who needs it.
   *
   * @param tasks that may still call its atoms
   * @param processes whose next task would run on it; empty in a list, for it takes to read them
   *     all
   */
  record UsedBundle(InstalledBundle bundle, Uses tasks, Optional<Uses> processes) {}

  /**
   * What came of an installation.
   *
   * @param isNew false where these very bytes were there
   */
  record Installed(UsedBundle bundle, boolean isNew) {}
}
