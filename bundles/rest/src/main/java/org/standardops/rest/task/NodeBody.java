package org.standardops.rest.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.standardops.engine.core.Action;
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
        allowed,
        attempts,
        Optional.of(names));
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
