package org.standardops.rest.fake;

import java.util.OptionalLong;
import org.standardops.model.ProcessId;
import org.standardops.services.Caller;
import org.standardops.services.ProcessView;
import org.standardops.services.VariableService;

/** Changes nothing, and remembers what was asked for. */
public final class FakeVariables implements VariableService {

  private final FakeProcesses processes;
  public Parameter lastParameter;
  public String lastKeys = "";

  public FakeVariables(FakeProcesses processes) {
    this.processes = processes;
  }

  @Override
  public ProcessView addAsVariable(
      Caller caller, ProcessId process, OptionalLong expectedVersion, Parameter parameter) {
    lastParameter = parameter;
    return processes.get(caller, process, true);
  }

  @Override
  public ProcessView rename(
      Caller caller, ProcessId process, OptionalLong expectedVersion, String key, String newKey) {
    lastKeys = key + " " + newKey;
    return processes.get(caller, process, true);
  }
}
