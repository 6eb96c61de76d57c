package org.standardops.engine.internal;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.standardops.engine.core.Command;
import org.standardops.engine.core.Input;
import org.standardops.engine.core.NodeState;
import org.standardops.engine.core.TaskState;
import org.standardops.engine.port.AtomCatalog;
import org.standardops.engine.port.BundleState;
import org.standardops.model.ErrorCode;
import org.standardops.model.ProductException;
import org.standardops.model.task.AtomRef;
import org.standardops.model.task.TaskPlan;
import org.standardops.model.task.TaskPlan.PlannedNode;

/**
 * Lets no task begin to use an atom that is retired. Asked between two commits: so whoever retires
 * an atom and waits for the second of them sees every task that uses it.
 */
final class NewUses {

  private final AtomCatalog atoms;

  NewUses(AtomCatalog atoms) {
    this.atoms = atoms;
  }

  /**
   * @throws ProductException UNAVAILABLE
   */
  void require(TaskPlan created) {
    planned(created).forEach(this::require);
  }

  /**
   * @throws ProductException UNAVAILABLE
   */
  void require(TaskState task, Input input) {
    if (input instanceof Input.Given given) {
      Set<AtomRef> before =
          task.nodes().values().stream().map(NodeState::atom).collect(Collectors.toSet());
      wanted(task, given.command()).filter(atom -> !before.contains(atom)).forEach(this::require);
    }
  }

  private static Stream<AtomRef> wanted(TaskState task, Command command) {
    if (command instanceof Command.Edit edit) {
      return planned(edit.plan());
    }
    if (command instanceof Command.RetryNode retry && task.nodes().containsKey(retry.node())) {
      String code = task.nodes().get(retry.node()).atom().code();
      return retry.atomVersion().stream().map(version -> new AtomRef(code, version));
    }
    return Stream.empty();
  }

  private static Stream<AtomRef> planned(TaskPlan plan) {
    return plan.steps().stream()
        .flatMap(step -> step.nodes().stream())
        .filter(PlannedNode::selected)
        .map(PlannedNode::atom);
  }

  private void require(AtomRef atom) {
    if (atoms.state(atom) != BundleState.ACTIVE) {
      throw new ProductException(
          ErrorCode.UNAVAILABLE,
          "The atom " + atom + " was retired this moment: send the request again.");
    }
  }
}
