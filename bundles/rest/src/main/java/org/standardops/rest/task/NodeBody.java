package org.standardops.rest.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.standardops.engine.core.Action;
import org.standardops.engine.core.Elements;
import org.standardops.engine.core.NodeRun;
import org.standardops.model.process.TimingType;
import org.standardops.model.task.AtomRef;
import org.standardops.model.task.NodeError;
import org.standardops.model.task.NodeStatus;
import org.standardops.model.task.WaitingFor;

/**
 * A node as it is answered.
 *
 * @param params values in the place of references, where they are known
 * @param condition what the node's condition came to; null: not yet, or it has none
 * @param elements null where it does not run for each of a list, or has not begun
 * @param attempts left out in a whole task
 * @param logSections names of the parts that the current attempt's log has; left out as well
 */
public record NodeBody(
    String id,
    String name,
    AtomRef atom,
    TimingType timing,
    NodeStatus state,
    Optional<WaitingFor> waitingFor,
    Optional<NodeRun.Question> question,
    int attempt,
    Optional<Double> progress,
    Map<String, Object> params,
    Optional<Instant> startedAt,
    Optional<Instant> endedAt,
    Optional<NodeError> error,
    Map<String, Object> outputs,
    Optional<Boolean> condition,
    Optional<ElementCounts> elements,
    Set<Action> allowed,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<AttemptBody>> attempts,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<String>> logSections) {

  NodeBody withLogSections(List<String> names) {
    return new NodeBody(
        id,
        name,
        atom,
        timing,
        state,
        waitingFor,
        question,
        attempt,
        progress,
        params,
        startedAt,
        endedAt,
        error,
        outputs,
        condition,
        elements,
        allowed,
        attempts,
        Optional.of(names));
  }

  /**
   * How far a node is that runs for each of a list.
   *
   * @param states how many are in each state; none: left out
   */
  public record ElementCounts(int total, Map<NodeStatus, Integer> states) {

    static ElementCounts of(Elements elements) {
      Map<NodeStatus, Integer> states = new EnumMap<>(NodeStatus.class);
      for (NodeStatus status : NodeStatus.values()) {
        if (elements.count(status) > 0) {
          states.put(status, elements.count(status));
        }
      }
      return new ElementCounts(elements.size(), states);
    }
  }

  /**
   * One attempt.
   *
   * @param changes of the parameters, as they are written, since the attempt before
   */
  public record AttemptBody(
      int attempt,
      NodeStatus state,
      Map<String, Object> params,
      Instant startedAt,
      Optional<Instant> endedAt,
      Optional<NodeError> error,
      Map<String, Object> outputs,
      Optional<String> by,
      List<ParameterDifference> changes) {}
}
