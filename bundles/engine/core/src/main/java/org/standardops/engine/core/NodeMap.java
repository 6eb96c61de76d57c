package org.standardops.engine.core;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A task's nodes by id, in the plan's order; never changes. The ids are shared by all states of a
 * task, so that a state with one changed node costs one array.
 */
final class NodeMap extends AbstractMap<String, NodeState> {

  private final Map<String, Integer> places;
  private final NodeState[] nodes;

  private NodeMap(Map<String, Integer> places, NodeState[] nodes) {
    this.places = places;
    this.nodes = nodes;
  }

  static NodeMap of(Map<String, NodeState> nodes) {
    if (nodes instanceof NodeMap same) {
      return same;
    }
    Map<String, Integer> places = new HashMap<>();
    nodes.keySet().forEach(id -> places.put(id, places.size()));
    return new NodeMap(places, nodes.values().toArray(NodeState[]::new));
  }

  /** The same with another state of one node. */
  NodeMap with(NodeState node) {
    NodeState[] changed = nodes.clone();
    if (ElementId.is(node.id())) {
      ElementId id = ElementId.of(node.id());
      int place = places.get(id.node());
      NodeChange of = new NodeChange(nodes[place]);
      of.elements = of.elements.map(elements -> elements.with(id.index(), node));
      changed[place] = of.changed();
    } else {
      changed[places.get(node.id())] = node;
    }
    return new NodeMap(places, changed);
  }

  /** An element is found by its id as well. */
  private NodeState element(String id) {
    int bracket = id.indexOf('[');
    NodeState node = bracket < 1 ? null : get(id.substring(0, bracket));
    String index = id.substring(bracket + 1, id.length() - 1);
    if (node == null || node.elements().isEmpty() || !index.matches("0|[1-9][0-9]{0,5}")) {
      return null;
    }
    Elements elements = node.elements().get();
    int number = Integer.parseInt(index);
    return number < elements.size() ? elements.get(node, number) : null;
  }

  @Override
  public NodeState get(Object id) {
    Integer place = places.get(id);
    if (place != null) {
      return nodes[place];
    }
    return id instanceof String text && ElementId.is(text) ? element(text) : null;
  }

  @Override
  public boolean containsKey(Object id) {
    return places.containsKey(id);
  }

  @Override
  public Set<Entry<String, NodeState>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Entry<String, NodeState>> iterator() {
        return IntStream.range(0, nodes.length)
            .<Entry<String, NodeState>>mapToObj(
                place -> new SimpleImmutableEntry<>(nodes[place].id(), nodes[place]))
            .iterator();
      }

      @Override
      public int size() {
        return nodes.length;
      }
    };
  }
}
