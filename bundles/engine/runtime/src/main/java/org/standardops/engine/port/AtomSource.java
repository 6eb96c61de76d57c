package org.standardops.engine.port;

import java.util.List;
import org.standardops.engine.port.AtomCatalog.InstalledAtom;

/** Brings atoms that are in no bundle, such as operations of components. Thread-safe. */
public interface AtomSource {

  /** Those that are there now. */
  List<InstalledAtom> atoms();

  /**
   * Calls the listener after each change, on the thread that made it: it must only take note.
   *
   * @return ends it
   */
  AutoCloseable onChange(Runnable listener);
}
