package org.standardops.model.process;

import java.util.List;
import org.standardops.model.JsonValues;

/**
 * Runs a node once for every element of a list.
 *
 * @param items what stands for the list: {@code ${KEY}} of a list variable is replaced by its
 *     elements, anything else is an element itself
 * @param as the KEY that an element has within the node's parameters; its number, from 0, is {@code
 *     <as>_index}
 * @param limit how many elements run at once; 1: one after another
 * @param tolerate failures that do not fail the node
 */
public record ForEach(List<Object> items, String as, int limit, Tolerate tolerate) {

  /** Elements of one node. */
  public static final int MOST_ELEMENTS = 10_000;

  public static final int HIGHEST_LIMIT = 1_000;

  public ForEach {
    items = JsonValues.list(items);
  }

  /** The KEY of an element's number. */
  public String index() {
    return as + "_index";
  }

  /**
   * How many elements may fail; the larger of the two counts.
   *
   * @param share of all elements, 0.0 to 1.0
   */
  public record Tolerate(int failures, double share) {

    public static final Tolerate NONE = new Tolerate(0, 0.0);

    /** How many of so many elements may fail. */
    public int of(int elements) {
      return Math.max(failures, (int) Math.floor(share * elements + 1e-9));
    }
  }
}
