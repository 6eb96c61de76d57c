package org.standardops.model.process;

import java.util.Map;
import java.util.Optional;
import org.standardops.model.JsonValues;

/**
 * One atom placed in a step.
 *
 * @param id unique in the process, together with the steps' ids
 * @param atom the atom's code
 * @param atomVersion pinned by hand; empty: the highest active one is chosen
 * @param mandatory true: cannot be deselected at task creation
 * @param params the atom's parameters, with {@code ${KEY}} for values to come
 * @param outputs name of an output to the KEY of the task variable that it becomes
 * @param when an expression; where it is false, the node is skipped
 * @param forEach runs it for each element of a list; empty: once
 */
public record Node(
    String id,
    String name,
    String atom,
    Optional<String> atomVersion,
    TimingType timing,
    boolean mandatory,
    Map<String, Object> params,
    Policy policy,
    Map<String, String> outputs,
    Optional<String> when,
    Optional<ForEach> forEach) {

  public Node {
    params = JsonValues.object(params);
    outputs = Map.copyOf(outputs);
    when = when == null ? Optional.empty() : when; // older processes have none
    forEach = forEach == null ? Optional.empty() : forEach;
  }

  /** A node that always runs, and once. */
  public Node(
      String id,
      String name,
      String atom,
      Optional<String> atomVersion,
      TimingType timing,
      boolean mandatory,
      Map<String, Object> params,
      Policy policy,
      Map<String, String> outputs) {
    this(
        id,
        name,
        atom,
        atomVersion,
        timing,
        mandatory,
        params,
        policy,
        outputs,
        Optional.empty(),
        Optional.empty());
  }

  public Node withParams(Map<String, Object> newParams) {
    return new Node(
        id, name, atom, atomVersion, timing, mandatory, newParams, policy, outputs, when, forEach);
  }

  public Node withOutputs(Map<String, String> newOutputs) {
    return new Node(
        id, name, atom, atomVersion, timing, mandatory, params, policy, newOutputs, when, forEach);
  }

  public Node withWhen(Optional<String> newWhen) {
    return new Node(
        id, name, atom, atomVersion, timing, mandatory, params, policy, outputs, newWhen, forEach);
  }

  public Node withForEach(Optional<ForEach> newForEach) {
    return new Node(
        id, name, atom, atomVersion, timing, mandatory, params, policy, outputs, when, newForEach);
  }
}
