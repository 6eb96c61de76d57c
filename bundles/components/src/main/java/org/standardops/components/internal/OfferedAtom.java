package org.standardops.components.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.standardops.atom.Choice;
import org.standardops.atom.Parameters;
import org.standardops.atom.Recovery;
import org.standardops.engine.port.AtomCatalog.InstalledAtom;
import org.standardops.engine.port.AtomDescription;
import org.standardops.json.JsonSchema;
import org.standardops.model.BusinessId;
import org.standardops.model.Fault;
import org.standardops.model.ProductException;
import org.standardops.model.process.TimingType;
import org.standardops.model.task.AtomRef;

/** An operation of a component as the catalogue shows it. */
record OfferedAtom(AtomDescription description, JsonSchema schema, ComponentAtom atom)
    implements InstalledAtom {

  static OfferedAtom of(Definition component, ApiOperation operation) {
    return new OfferedAtom(
        new AtomDescription(
            new AtomRef(operation.code(), component.version()),
            operation.name(),
            operation.description(),
            Map.of("en", "Component: " + component.title(), "zh-CN", "组件：" + component.title()),
            "component",
            TimingType.OPERATION_EXECUTION,
            recovery(operation),
            false,
            operation.parameters(),
            operation.outputs(),
            "component " + component.name() + " " + component.version()),
        JsonSchema.of(operation.parameters()),
        new ComponentAtom(component, operation));
  }

  static Recovery recovery(ApiOperation operation) {
    return operation.idempotent() ? Recovery.RERUN : Recovery.UNKNOWN;
  }

  @Override
  public List<Fault> check(BusinessId business, Map<String, Object> params) {
    List<Fault> faults = schema.check(params);
    return faults.isEmpty() ? own(params) : faults;
  }

  @Override
  public List<Fault> checkTemplate(BusinessId business, Map<String, Object> params) {
    List<Fault> faults = new ArrayList<>(schema.checkTemplate(params));
    faults.addAll(own(params));
    return List.copyOf(faults);
  }

  private List<Fault> own(Map<String, Object> params) {
    return atom.check(new Parameters(params)).stream()
        .map(fault -> new Fault(fault.pointer(), fault.code(), fault.message()))
        .toList();
  }

  @Override
  public List<Choice> options(
      BusinessId business, String field, Map<String, Object> params, String query) {
    throw ProductException.invalid(
        List.of(new Fault("/field", "NO_OPTIONS", "This field has no choices from outside.")));
  }
}
