package org.standardops.rest.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.standardops.engine.core.Action;
import org.standardops.engine.core.NodeRun;
import org.standardops.model.task.NodeError;
import org.standardops.model.task.NodeStatus;
import org.standardops.model.task.WaitingFor;
import org.standardops.rest.task.NodeBody.AttemptBody;

/**
 * An element of a node that runs for each of a list.
 *
 * @param element its number, from 0
 * @param attempts left out in lists
 */
public record ElementBody(
    int element,
    Optional<Object> item,
    NodeStatus state,
    Optional<WaitingFor> waitingFor,
    Optional<NodeRun.Question> question,
    int attempt,
    Map<String, Object> params,
    Optional<Instant> startedAt,
    Optional<Instant> endedAt,
    Optional<NodeError> error,
    Map<String, Object> outputs,
    Set<Action> allowed,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<AttemptBody>> attempts) {}
