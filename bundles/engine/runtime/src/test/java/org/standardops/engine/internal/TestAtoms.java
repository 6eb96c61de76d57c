package org.standardops.engine.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.standardops.atom.Atom;
import org.standardops.atom.Choice;
import org.standardops.atom.Recovery;
import org.standardops.engine.port.AtomCatalog;
import org.standardops.engine.port.AtomDescription;
import org.standardops.engine.port.BundleState;
import org.standardops.model.BusinessId;
import org.standardops.model.Fault;
import org.standardops.model.process.TimingType;
import org.standardops.model.task.AtomRef;

/** A catalogue that tests fill. */
final class TestAtoms implements AtomCatalog {

  private final Map<AtomRef, InstalledAtom> atoms = new ConcurrentHashMap<>();
  private final Map<AtomRef, BundleState> states = new ConcurrentHashMap<>();
  private final Map<AtomRef, String> bundles = new ConcurrentHashMap<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  void add(String code, Recovery recovery, Atom atom) {
    add(code, recovery, Map.of(), atom);
  }

  void add(String code, Recovery recovery, Map<String, Object> parameters, Atom atom) {
    AtomRef ref = new AtomRef(code, "1.0.0");
    bundles.put(ref, "bundle." + code + " 1.0.0");
    atoms.put(ref, new Installed(describe(ref, recovery, parameters), atom));
    listeners.forEach(Runnable::run);
  }

  /** Its bundle is removed, or does not come back at a start. */
  void remove(String code) {
    atoms.remove(new AtomRef(code, "1.0.0"));
    listeners.forEach(Runnable::run);
  }

  void retire(String code) {
    states.put(new AtomRef(code, "1.0.0"), BundleState.RETIRED);
  }

  private static AtomDescription describe(
      AtomRef ref, Recovery recovery, Map<String, Object> parameters) {
    return new AtomDescription(
        ref,
        Map.of("en", ref.code()),
        Map.of(),
        Map.of(),
        "",
        TimingType.OPERATION_EXECUTION,
        recovery,
        false,
        parameters,
        Map.of(),
        "bundle." + ref.code());
  }

  @Override
  public Optional<InstalledAtom> find(AtomRef atom) {
    return Optional.ofNullable(atoms.get(atom));
  }

  @Override
  public BundleState state(AtomRef atom) {
    return states.getOrDefault(atom, BundleState.ACTIVE);
  }

  @Override
  public Optional<String> bundleOf(AtomRef atom) {
    return Optional.ofNullable(bundles.get(atom));
  }

  @Override
  public List<InstalledAtom> all() {
    return new ArrayList<>(atoms.values());
  }

  @Override
  public Optional<InstalledAtom> newest(String code, Optional<Integer> major) {
    return find(new AtomRef(code, "1.0.0"));
  }

  @Override
  public AutoCloseable onChange(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  private record Installed(AtomDescription description, Atom atom) implements InstalledAtom {

    @Override
    public List<Fault> check(BusinessId business, Map<String, Object> params) {
      return params.containsKey("bad")
          ? List.of(new Fault("/bad", "INVALID_VALUE", "is never good"))
          : List.of();
    }

    @Override
    public List<Fault> checkTemplate(BusinessId business, Map<String, Object> params) {
      return List.of();
    }

    @Override
    public List<Choice> options(
        BusinessId business, String field, Map<String, Object> params, String query) {
      return List.of();
    }
  }
}
