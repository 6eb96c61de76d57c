package org.standardops.services.internal;

import java.util.Set;
import org.standardops.engine.core.NodeRun;
import org.standardops.engine.core.NodeState;
import org.standardops.engine.core.TaskState;
import org.standardops.services.rights.Access;
import org.standardops.services.rights.Operation;
import org.standardops.services.rights.Subject;

/**
 * Who may answer a node's question: those that it names, whatever else they may; where it names
 * nobody, whoever may operate the task.
 */
final class Asked {

  private Asked() {}

  /** Whether a question that is open names the person. */
  static boolean in(TaskState task, String person) {
    return task.nodes().values().stream().anyMatch(node -> names(node, person));
  }

  private static boolean names(NodeState node, String person) {
    return people(node).contains(person);
  }

  private static Set<String> people(NodeState node) {
    return node.question().map(NodeRun.Question::people).map(Set::copyOf).orElse(Set.of());
  }

  static boolean mayAnswer(NodeState node, TaskState task, Access access) {
    return people(node).isEmpty()
        ? access.may(Operation.ANSWER_NODE, Subject.of(task))
        : names(node, access.caller());
  }
}
