package org.standardops.services.internal;

import org.standardops.engine.Engine;
import org.standardops.services.port.AtomUses;
import org.standardops.services.port.BundleInstaller;
import org.standardops.services.port.BundleInstaller.InstalledBundle;

/** Removes bundles that drain, once no task needs them. */
final class Draining {

  /** So many of those who need a bundle are named. */
  static final int NAMED = 10;

  private final BundleInstaller installer;
  private final AtomUses uses;
  private final Engine engine;

  Draining(BundleInstaller installer, AtomUses uses, Engine engine) {
    this.installer = installer;
    this.uses = uses;
    this.engine = engine;
  }

  /**
   * Removes a draining bundle that no task needs. A task that was planned before it began to drain
   * is on disk, or refused, once the engine has settled; so none is missed.
   *
   * @return false where tasks need it
   */
  boolean end(InstalledBundle bundle, String by) {
    Answers.await(engine.settle());
    if (uses.tasks(bundle.codes(), bundle.id().version(), 1).count() > 0) {
      return false;
    }
    return installer.remove(bundle.id(), false, by);
  }

  /** Removes each that can go. */
  void endAll() {
    installer.draining().forEach(bundle -> end(bundle, "the server"));
  }
}
