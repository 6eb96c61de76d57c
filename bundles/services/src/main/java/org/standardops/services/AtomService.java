package org.standardops.services;

import java.util.List;
import org.standardops.engine.port.AtomDescription;
import org.standardops.engine.port.BundleState;

/** The atom library. Thread-safe. */
public interface AtomService {

  /** Every version of every atom that is there; for anyone signed in. */
  List<LibraryAtom> list(Caller caller);

  /**
   * An atom of the library.
   *
   * @param state whether new tasks get it: that of its bundle
   */
  record LibraryAtom(AtomDescription description, BundleState state) {}
}
