package org.standardops.services;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.standardops.model.Fault;

/**
 * What a task would do, as far as it can be known before.
 *
 * @param errors what stands against such a task, with pointers into what was sent
 * @param nodes the selected ones, in the order in which they would start
 */
public record Preview(List<Fault> errors, List<NodePreview> nodes) {

  public Preview {
    errors = List.copyOf(errors);
    nodes = List.copyOf(nodes);
  }

  /**
   * What a node's atom would get.
   *
   * @param version of the atom; empty: none that fits is installed
   * @param params references replaced; those that are still open stand as they were written
   */
  public record NodePreview(
      String step,
      String node,
      String name,
      String atom,
      Optional<String> version,
      Map<String, Object> params,
      List<Open> open) {
    public NodePreview {
      open = List.copyOf(open);
    }
  }

  /**
   * A reference whose value is not known yet.
   *
   * @param pointer where it was written, into the node's parameters
   * @param reference such as {@code ${node.push.taskIds}}
   * @param note when its value will be known
   */
  public record Open(String pointer, String reference, String note) {}
}
