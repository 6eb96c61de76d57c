package org.standardops.services;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.standardops.engine.core.Action;
import org.standardops.engine.core.TaskState;

/**
 * A task as its caller may see it.
 *
 * @param progress 0.0 to 1.0 by node id
 * @param allowed what this caller may do with the task now
 * @param onlyAsked true where the caller may know of it what a question needs, and no more: names
 *     and states, and the questions that this caller may answer
 * @param nodesAllowed what this caller may do with each node now, by node id
 */
public record TaskView(
    TaskState task,
    Map<String, Double> progress,
    List<Warning> warnings,
    Set<Action> allowed,
    Map<String, Set<Action>> nodesAllowed,
    boolean onlyAsked) {}
