package org.standardops.atom.host.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.standardops.atom.Atom;
import org.standardops.atom.Parameters;
import org.standardops.engine.port.AtomCatalog.InstalledAtom;
import org.standardops.engine.port.AtomDescription;
import org.standardops.json.JsonSchema;
import org.standardops.model.Fault;
import org.standardops.model.template.Reference;
import org.standardops.model.template.Templates;

/** An atom with what its bundle says of it. */
record DescribedAtom(AtomDescription description, JsonSchema schema, Atom atom)
    implements InstalledAtom {

  private static final Logger LOG = LoggerFactory.getLogger(DescribedAtom.class);

  @Override
  public List<Fault> check(Map<String, Object> params) {
    List<Fault> faults = schema.check(params);
    // An atom may rely on its schema; with faults there, its own check could only repeat them.
    return faults.isEmpty() ? ownFaults(params) : faults;
  }

  @Override
  public List<Fault> checkTemplate(Map<String, Object> params) {
    List<String> open = Templates.references(params).stream().map(Reference::pointer).toList();
    List<Fault> faults = new ArrayList<>(schema.checkTemplate(params));
    if (faults.isEmpty()) {
      ownFaults(params).stream()
          .filter(fault -> open.stream().noneMatch(at -> concerns(fault.pointer(), at)))
          .forEach(faults::add);
    }
    return List.copyOf(faults);
  }

  private static boolean concerns(String fault, String reference) {
    return fault.equals(reference)
        || fault.startsWith(reference + "/")
        || reference.startsWith(fault + "/");
  }

  private List<Fault> ownFaults(Map<String, Object> params) {
    try {
      return atom.check(new Parameters(params)).stream()
          .map(fault -> new Fault(fault.pointer(), fault.code(), fault.message()))
          .toList();
    } catch (RuntimeException | LinkageError e) { // the atom is a stranger's code
      LOG.warn(
          "The check of atom {} in bundle {} broke, which its author should mend.",
          description.atom(),
          description.bundle(),
          e);
      return List.of(
          new Fault(
              "",
              "CHECK_BROKEN",
              "The atom's own check of these parameters broke: "
                  + e.getClass().getSimpleName()
                  + ". The server's log says more."));
    }
  }
}
