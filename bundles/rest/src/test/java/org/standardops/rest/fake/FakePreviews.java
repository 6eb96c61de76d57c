package org.standardops.rest.fake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.standardops.model.BusinessId;
import org.standardops.model.Fault;
import org.standardops.model.ProcessId;
import org.standardops.model.process.ProcessDefinition;
import org.standardops.services.Caller;
import org.standardops.services.Preview;
import org.standardops.services.PreviewInput;
import org.standardops.services.PreviewService;

/** One node that gets the variables; a process without steps has a fault. */
public final class FakePreviews implements PreviewService {

  @Override
  public Preview of(Caller caller, ProcessId process, boolean draft, PreviewInput input) {
    return input.variables().containsKey("bad")
        ? new Preview(List.of(new Fault("/variables/bad", "UNKNOWN_VARIABLE", "None.")), List.of())
        : new Preview(List.of(), List.of(node(input)));
  }

  @Override
  public Preview of(
      Caller caller, BusinessId business, ProcessDefinition definition, PreviewInput input) {
    return definition.steps().isEmpty()
        ? new Preview(List.of(new Fault("/steps", "MISSING", "No step.")), List.of())
        : new Preview(List.of(), List.of(node(input)));
  }

  private static Preview.NodePreview node(PreviewInput input) {
    return new Preview.NodePreview(
        "s",
        "n",
        "Node",
        "timer",
        Optional.empty(),
        Map.copyOf(input.variables()),
        List.of(new Preview.Open("/of", "${node.a.b}", "Known when the node 'a' has ended.")));
  }
}
