package org.standardops.services;

import java.util.List;
import java.util.Map;
import org.standardops.atom.Choice;
import org.standardops.engine.port.AtomDescription;
import org.standardops.engine.port.BundleState;
import org.standardops.model.BusinessId;
import org.standardops.model.task.AtomRef;

/** The atom library. Thread-safe. */
public interface AtomService {

  /** Every version of every atom that is there; for anyone signed in. */
  List<LibraryAtom> list(Caller caller);

  /**
   * What may be chosen for a parameter of an atom's node in a business; for whoever has a role
   * there.
   *
   * @param field as in {@link org.standardops.atom.OptionsCall#field()}
   * @param params what is in the form so far, not checked
   * @throws org.standardops.model.ProductException NOT_FOUND, INVALID where the field has no
   *     choices, UNAVAILABLE where they cannot be looked up
   */
  List<Choice> options(
      Caller caller,
      AtomRef atom,
      BusinessId business,
      String field,
      Map<String, Object> params,
      String query);

  /**
   * An atom of the library.
   *
   * @param state whether new tasks get it: that of its bundle
   */
  record LibraryAtom(AtomDescription description, BundleState state) {}
}
