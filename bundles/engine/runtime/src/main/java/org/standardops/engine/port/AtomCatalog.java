package org.standardops.engine.port;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.standardops.atom.Atom;
import org.standardops.atom.Choice;
import org.standardops.model.BusinessId;
import org.standardops.model.Fault;
import org.standardops.model.task.AtomRef;

/** Which atoms are there now. Thread-safe; bundles come and go at any time. */
public interface AtomCatalog {

  /** This very version, active or not; empty where its bundle is not there. */
  Optional<InstalledAtom> find(AtomRef atom);

  /** What was decided of its bundle; ACTIVE where no bundle of this server is known to bring it. */
  BundleState state(AtomRef atom);

  /**
   * The bundle that brings this atom, or that brought it before it went.
   *
   * @return symbolic name and version, as {@link AtomDescription#bundle()}
   */
  Optional<String> bundleOf(AtomRef atom);

  /** All versions of all atoms, by code and then highest version first. */
  List<InstalledAtom> all();

  /**
   * The version that a new task gets: the highest active one.
   *
   * @param major only of this major version; empty: of the highest
   */
  Optional<InstalledAtom> newest(String code, Optional<Integer> major);

  /**
   * Calls the listener after each arrival or departure, on the thread of the framework: it must
   * only take note.
   *
   * @return ends it
   */
  AutoCloseable onChange(Runnable listener);

  /** One version of an atom. */
  interface InstalledAtom {

    AtomDescription description();

    /**
     * The atom itself, to be called on threads of the engine's pool for {@link
     * AtomDescription#bundle()}.
     */
    Atom atom();

    /**
     * Every fault of resolved parameters: the schema's and the atom's own. Pointers begin at the
     * parameters. Takes seconds at most, whatever the atom does.
     */
    List<Fault> check(BusinessId business, Map<String, Object> params);

    /**
     * Every fault of parameters with references in them: what stands at or around a reference is
     * not judged. Takes seconds at most, whatever the atom does.
     */
    List<Fault> checkTemplate(BusinessId business, Map<String, Object> params);

    /**
     * What a person may choose for a parameter. Takes seconds at most, whatever the atom does.
     *
     * @param field as in {@link org.standardops.atom.OptionsCall#field()}
     * @param params what is in the form so far, not checked
     * @return one more than {@link org.standardops.atom.OptionsCall#MOST} where there are more
     * @throws org.standardops.model.ProductException INVALID where the field has no choices;
     *     UNAVAILABLE with the atom's words where they cannot be looked up
     */
    List<Choice> options(
        BusinessId business, String field, Map<String, Object> params, String query);
  }
}
