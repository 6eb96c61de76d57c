package org.standardops.engine.core;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import org.standardops.model.task.NodeStatus;

/**
 * States of elements, with what is asked of all of them counted along: so that one answer costs the
 * copy of two short arrays, however many elements there are. Never changes.
 */
final class ElementStates extends AbstractList<NodeState> {

  private static final int CHUNK = 128;
  private static final int PENDING = NodeStatus.PENDING.ordinal();

  private final NodeState[][] chunks;
  private final int size;
  private final int[] counts;
  private final int[] active;

  /** None before this one can begin. */
  private final int from;

  /** Those that a person asked for and that have not begun. */
  private final int requested;

  private ElementStates(
      NodeState[][] chunks, int size, int[] counts, int[] active, int from, int requested) {
    this.chunks = chunks;
    this.size = size;
    this.counts = counts;
    this.active = active;
    this.from = from;
    this.requested = requested;
  }

  static ElementStates fresh(int size) {
    NodeState[][] chunks = new NodeState[(size + CHUNK - 1) / CHUNK][];
    int[] counts = new int[NodeStatus.values().length];
    counts[PENDING] = size;
    return new ElementStates(chunks, size, counts, new int[0], 0, 0);
  }

  static ElementStates of(List<NodeState> states) {
    if (states instanceof ElementStates same) {
      return same;
    }
    ElementStates all = fresh(states.size());
    for (int i = 0; i < states.size(); i++) {
      if (states.get(i) != null) {
        all = all.with(i, states.get(i));
      }
    }
    return all;
  }

  ElementStates with(int index, NodeState state) {
    NodeState before = get(index);
    NodeState[][] changed = chunks.clone();
    NodeState[] chunk = changed[index / CHUNK];
    chunk = chunk == null ? new NodeState[CHUNK] : chunk.clone();
    chunk[index % CHUNK] = state;
    changed[index / CHUNK] = chunk;
    int[] newCounts = counts.clone();
    newCounts[before == null ? PENDING : before.status().ordinal()]--;
    newCounts[state.status().ordinal()]++;
    int newFrom = isPending(state) ? Math.min(from, index) : index == from ? index + 1 : from;
    int newRequested = requested + (isRequested(state) ? 1 : 0) - (isRequested(before) ? 1 : 0);
    return new ElementStates(
        changed, size, newCounts, activeWith(index, state), newFrom, newRequested);
  }

  private int[] activeWith(int index, NodeState state) {
    int place = Arrays.binarySearch(active, index);
    boolean open = state.run().open().isPresent();
    if (open == place >= 0) {
      return active;
    }
    int at = open ? -place - 1 : place;
    int[] changed = new int[active.length + (open ? 1 : -1)];
    System.arraycopy(active, 0, changed, 0, at);
    if (open) {
      changed[at] = index;
      System.arraycopy(active, at, changed, at + 1, active.length - at);
    } else {
      System.arraycopy(active, at + 1, changed, at, active.length - at - 1);
    }
    return changed;
  }

  private static boolean isPending(NodeState state) {
    return state == null || state.status() == NodeStatus.PENDING && state.run().open().isEmpty();
  }

  private static boolean isRequested(NodeState state) {
    return state != null && isPending(state) && state.run().requestedBy().isPresent();
  }

  int count(NodeStatus status) {
    return counts[status.ordinal()];
  }

  int[] active() {
    return active.clone();
  }

  int nextPending() {
    for (int i = from; i < size; i++) {
      if (isPending(get(i))) {
        return i;
      }
    }
    return -1;
  }

  int nextRequested() {
    for (int i = 0; requested > 0 && i < size; i++) {
      if (isRequested(get(i))) {
        return i;
      }
    }
    return -1;
  }

  /** Null where the element has not begun. */
  @Override
  public NodeState get(int index) {
    java.util.Objects.checkIndex(index, size);
    NodeState[] chunk = chunks[index / CHUNK];
    return chunk == null ? null : chunk[index % CHUNK];
  }

  @Override
  public int size() {
    return size;
  }
}
