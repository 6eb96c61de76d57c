package org.standardops.engine.core;

import java.util.ArrayList;
import java.util.List;
import org.standardops.model.JsonValues;
import org.standardops.model.task.NodeStatus;

/**
 * The elements of a node that runs for each of a list.
 *
 * @param items what the node runs for; resolved when it began
 * @param states by number; null of those that have not begun
 */
public record Elements(List<Object> items, List<NodeState> states) {

  public Elements {
    items = items instanceof Items same ? same : new Items(JsonValues.list(items));
    states = ElementStates.of(states);
  }

  /** None has begun. */
  static Elements of(List<Object> items) {
    return new Elements(items, ElementStates.fresh(items.size()));
  }

  public int size() {
    return states.size();
  }

  /** An element as it is, begun or not. */
  public NodeState get(NodeState node, int index) {
    NodeState state = states.get(index);
    return state == null ? fresh(node, index) : state;
  }

  private static NodeState fresh(NodeState node, int index) {
    return NodeState.element(node, new ElementId(node.id(), index).toString());
  }

  Elements with(int index, NodeState state) {
    return new Elements(items, own().with(index, state));
  }

  /** How many are in this state. */
  public int count(NodeStatus status) {
    return own().count(status);
  }

  /** Numbers of those with an open call or wait. */
  int[] active() {
    return own().active();
  }

  /** The next that can begin; -1: none. */
  int nextPending() {
    return own().nextPending();
  }

  /** The next that a person asked for; -1: none. */
  int nextRequested() {
    return own().nextRequested();
  }

  /** What each element gave under this name; null of those that gave nothing. */
  public List<Object> outputs(String name) {
    List<Object> outputs = new ArrayList<>(size());
    for (NodeState state : states) {
      outputs.add(state == null ? null : state.outputs().get(name));
    }
    return outputs;
  }

  private ElementStates own() {
    return (ElementStates) states;
  }

  /** Known to be unmodifiable all the way down, so that it need not be copied again. */
  private static final class Items extends java.util.AbstractList<Object> {
    private final List<Object> items;

    Items(List<Object> items) {
      this.items = items;
    }

    @Override
    public Object get(int index) {
      return items.get(index);
    }

    @Override
    public int size() {
      return items.size();
    }
  }
}
