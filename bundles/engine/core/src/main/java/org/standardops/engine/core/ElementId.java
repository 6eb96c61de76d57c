package org.standardops.engine.core;

/**
 * Names an element of a node that runs for each of a list: {@code push[3]} is element 3, from 0, of
 * node {@code push}. Where a node's id is asked for, an element's may be given.
 */
public record ElementId(String node, int index) {

  /** True of the id of an element; no node's own id has a bracket. */
  public static boolean is(String id) {
    return id.endsWith("]");
  }

  /**
   * @throws IllegalArgumentException where it is not the id of an element
   */
  public static ElementId of(String id) {
    int bracket = id.indexOf('[');
    if (bracket < 1 || !is(id)) {
      throw new IllegalArgumentException("'" + id + "' is not the id of an element.");
    }
    return new ElementId(
        id.substring(0, bracket), Integer.parseInt(id.substring(bracket + 1, id.length() - 1)));
  }

  /** The node itself, of an element's id or a node's own. */
  public static String nodeOf(String id) {
    return is(id) ? id.substring(0, id.indexOf('[')) : id;
  }

  @Override
  public String toString() {
    return node + "[" + index + "]";
  }
}
