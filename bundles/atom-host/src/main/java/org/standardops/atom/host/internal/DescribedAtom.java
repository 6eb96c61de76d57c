package org.standardops.atom.host.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.standardops.atom.Atom;
import org.standardops.atom.Choice;
import org.standardops.engine.port.AtomCatalog.InstalledAtom;
import org.standardops.engine.port.AtomDescription;
import org.standardops.json.JsonSchema;
import org.standardops.model.BusinessId;
import org.standardops.model.Fault;
import org.standardops.model.template.Reference;
import org.standardops.model.template.Templates;

/** An atom with what its bundle says of it. */
record DescribedAtom(AtomDescription description, JsonSchema schema, Atom atom, AskedAtom asked)
    implements InstalledAtom {

  static DescribedAtom of(
      AtomDescription description, JsonSchema schema, Atom atom, AtomWorld world) {
    return new DescribedAtom(description, schema, atom, new AskedAtom(description, atom, world));
  }

  @Override
  public List<Fault> check(BusinessId business, Map<String, Object> params) {
    List<Fault> faults = schema.check(params);
    // An atom may rely on its schema; with faults there, its own check could only repeat them.
    return faults.isEmpty() ? asked.check(business, params) : faults;
  }

  @Override
  public List<Fault> checkTemplate(BusinessId business, Map<String, Object> params) {
    List<String> open = Templates.references(params).stream().map(Reference::pointer).toList();
    List<Fault> faults = new ArrayList<>(schema.checkTemplate(params));
    if (faults.isEmpty()) {
      asked.check(business, params).stream()
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

  @Override
  public List<Choice> options(
      BusinessId business, String field, Map<String, Object> params, String query) {
    return asked.options(business, field, params, query);
  }
}
