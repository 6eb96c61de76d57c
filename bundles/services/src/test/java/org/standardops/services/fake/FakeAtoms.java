package org.standardops.services.fake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.standardops.atom.Atom;
import org.standardops.atom.Choice;
import org.standardops.atom.Recovery;
import org.standardops.engine.port.AtomCatalog;
import org.standardops.engine.port.AtomDescription;
import org.standardops.engine.port.BundleState;
import org.standardops.json.JsonSchema;
import org.standardops.model.BusinessId;
import org.standardops.model.Fault;
import org.standardops.model.process.TimingType;
import org.standardops.model.task.AtomRef;

/** Atoms that are only described and checked, never called. */
public final class FakeAtoms implements AtomCatalog {

  private final List<InstalledAtom> atoms = new ArrayList<>();
  private final Set<AtomRef> retired = new HashSet<>();

  /** An atom with these JSON Schemas. */
  public FakeAtoms install(
      String code, String version, Map<String, Object> parameters, Map<String, Object> outputs) {
    atoms.add(new FakeAtom(new AtomRef(code, version), parameters, outputs));
    atoms.sort(
        Comparator.comparing((InstalledAtom atom) -> ref(atom).code())
            .thenComparing(atom -> ref(atom).version(), Comparator.reverseOrder()));
    return this;
  }

  public void uninstall(String code) {
    atoms.removeIf(atom -> ref(atom).code().equals(code));
  }

  public void retire(String code, String version) {
    retired.add(new AtomRef(code, version));
  }

  @Override
  public BundleState state(AtomRef atom) {
    return retired.contains(atom) ? BundleState.RETIRED : BundleState.ACTIVE;
  }

  @Override
  public Optional<String> bundleOf(AtomRef atom) {
    return find(atom).map(found -> found.description().bundle());
  }

  @Override
  public Optional<InstalledAtom> find(AtomRef atom) {
    return atoms.stream().filter(installed -> ref(installed).equals(atom)).findFirst();
  }

  @Override
  public List<InstalledAtom> all() {
    return List.copyOf(atoms);
  }

  @Override
  public Optional<InstalledAtom> newest(String code, Optional<Integer> major) {
    return atoms.stream()
        .filter(atom -> ref(atom).code().equals(code))
        .filter(atom -> !retired.contains(ref(atom)))
        .filter(
            atom -> major.map(wanted -> ref(atom).version().startsWith(wanted + ".")).orElse(true))
        .findFirst();
  }

  @Override
  public AutoCloseable onChange(Runnable listener) {
    return () -> {};
  }

  private static AtomRef ref(InstalledAtom atom) {
    return atom.description().atom();
  }

  private record FakeAtom(AtomDescription description, JsonSchema schema) implements InstalledAtom {

    FakeAtom(AtomRef atom, Map<String, Object> parameters, Map<String, Object> outputs) {
      this(
          new AtomDescription(
              atom,
              Map.of("en", atom.code()),
              Map.of(),
              Map.of(),
              "",
              TimingType.OPERATION_EXECUTION,
              Recovery.RERUN,
              false,
              parameters,
              outputs,
              "test " + atom.version()),
          JsonSchema.of(parameters));
    }

    @Override
    public Atom atom() {
      throw new UnsupportedOperationException("Nothing here calls atoms.");
    }

    @Override
    public List<Fault> check(BusinessId business, Map<String, Object> params) {
      return schema.check(params);
    }

    @Override
    public List<Fault> checkTemplate(BusinessId business, Map<String, Object> params) {
      return schema.checkTemplate(params);
    }

    @Override
    public List<Choice> options(
        BusinessId business, String field, Map<String, Object> params, String query) {
      return List.of(Choice.of(business + " " + field + " " + query, "The " + field));
    }
  }
}
