package org.standardops.services.internal;

import java.time.InstantSource;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.standardops.engine.port.AtomCatalog;
import org.standardops.model.ProcessId;
import org.standardops.model.process.ProcessDefinition;
import org.standardops.services.Caller;
import org.standardops.services.ProcessView;
import org.standardops.services.Save;
import org.standardops.services.VariableService;
import org.standardops.services.change.NewVariable;
import org.standardops.services.change.Renaming;
import org.standardops.services.check.AtomVersions;
import org.standardops.services.port.BusinessStore;
import org.standardops.services.port.ProcessStore;
import org.standardops.services.port.StoredProcess;
import org.standardops.services.rights.Operation;
import org.standardops.services.rights.Permissions;

/** Changes of variables, made on the draft. */
@Component
public final class VariableUseCases implements VariableService {

  private final ProcessStore processes;
  private final ProcessAccess access;
  private final AtomVersions versions;

  @Activate
  public VariableUseCases(
      @Reference ProcessStore processes,
      @Reference BusinessStore businesses,
      @Reference AtomCatalog atoms) {
    this(processes, businesses, atoms, InstantSource.system());
  }

  VariableUseCases(
      ProcessStore processes, BusinessStore businesses, AtomCatalog atoms, InstantSource clock) {
    this.processes = processes;
    this.access = new ProcessAccess(processes, new Permissions(businesses), atoms, clock);
    this.versions = new AtomVersions(atoms);
  }

  @Override
  public ProcessView addAsVariable(
      Caller caller, ProcessId id, OptionalLong expectedVersion, Parameter parameter) {
    StoredProcess process = access.load(caller, Operation.ADD_VARIABLE, id);
    return change(
        caller,
        process,
        expectedVersion,
        definition ->
            NewVariable.add(
                definition,
                parameter,
                node ->
                    versions
                        .choose(node, process.majors())
                        .map(atom -> atom.description().parameters())
                        .orElse(Map.of())));
  }

  @Override
  public ProcessView rename(
      Caller caller, ProcessId id, OptionalLong expectedVersion, String key, String newKey) {
    StoredProcess process = access.load(caller, Operation.RENAME_VARIABLE, id);
    return change(
        caller, process, expectedVersion, definition -> Renaming.of(definition, key, newKey));
  }

  private ProcessView change(
      Caller caller,
      StoredProcess process,
      OptionalLong expectedVersion,
      UnaryOperator<ProcessDefinition> change) {
    expectedVersion.ifPresent(version -> ProcessAccess.requireUnchanged(process, version));
    StoredProcess base = processes.findDraft(process.id()).orElse(process);
    String comment =
        processes
            .describe(process.id(), ProcessStore.Revision.DRAFT)
            .map(ProcessStore.Revision::comment)
            .orElse("");
    return access.view(
        caller, access.save(caller, base, change.apply(base.definition()), Save.asDraft(comment)));
  }
}
