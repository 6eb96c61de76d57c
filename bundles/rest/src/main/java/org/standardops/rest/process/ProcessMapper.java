package org.standardops.rest.process;

import java.util.Optional;
import org.standardops.model.SealedText;
import org.standardops.model.process.Node;
import org.standardops.model.process.ProcessDefinition;
import org.standardops.model.process.Step;
import org.standardops.model.process.Variable;
import org.standardops.rest.http.FaultTexts;
import org.standardops.rest.http.Language;
import org.standardops.rest.process.ProcessBody.NodeBody;
import org.standardops.rest.process.ProcessBody.StepBody;
import org.standardops.rest.process.ProcessBody.VariableBody;
import org.standardops.services.ProcessView;
import org.standardops.services.port.StoredProcess;

/** From a process as services show it to what is answered. */
final class ProcessMapper {

  private final ProcessView view;

  private ProcessMapper(ProcessView view) {
    this.view = view;
  }

  static ProcessBody body(ProcessView view, Language language) {
    return new ProcessMapper(view).body(Optional.empty(), language);
  }

  /** As a revision, which has a comment. */
  static ProcessBody body(ProcessView view, String comment, Language language) {
    return new ProcessMapper(view).body(Optional.of(comment), language);
  }

  private ProcessBody body(Optional<String> comment, Language language) {
    StoredProcess process = view.process();
    ProcessDefinition definition = process.definition();
    return new ProcessBody(
        process.id().value(),
        process.business().value(),
        process.revision(),
        process.publishedRevision(),
        process.draft(),
        definition.name(),
        definition.type(),
        definition.notification(),
        definition.timeout(),
        definition.onTimeout(),
        definition.variables().stream().map(ProcessMapper::variable).toList(),
        definition.steps().stream().map(this::step).toList(),
        process.createdBy(),
        process.createdAt(),
        process.updatedBy(),
        process.updatedAt(),
        comment,
        FaultTexts.warnings(language, view.warnings()),
        view.allowed());
  }

  private static VariableBody variable(Variable variable) {
    return new VariableBody(
        variable.key(),
        variable.name(),
        variable.type(),
        variable.required(),
        variable.shown(),
        variable.defaultValue().map(SealedText::shown),
        variable.help(),
        variable.schema());
  }

  private StepBody step(Step step) {
    return new StepBody(
        step.id(),
        step.name(),
        step.mode(),
        step.start(),
        step.when(),
        step.limit(),
        step.nodes().stream().map(this::node).toList());
  }

  private NodeBody node(Node node) {
    return new NodeBody(
        node.id(),
        node.name(),
        node.atom(),
        node.atomVersion(),
        Optional.ofNullable(view.resolvedVersions().get(node.id())),
        node.timing(),
        node.mandatory(),
        node.params(),
        node.policy(),
        node.outputs(),
        node.when(),
        node.forEach());
  }
}
