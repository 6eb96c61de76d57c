package org.standardops.services;

import java.util.List;
import org.standardops.engine.port.AtomDescription;
import org.standardops.services.port.BundleInstaller;

/** The atom library, and the bundles that bring it. Thread-safe. */
public interface AtomService {

  /** Every version of every atom that is there; for anyone signed in. */
  List<AtomDescription> list(Caller caller);

  /** Platform admin. */
  BundleInstaller.InstalledBundle install(Caller caller, byte[] jar);

  /** Platform admin. */
  List<BundleInstaller.InstalledBundle> bundles(Caller caller);
}
