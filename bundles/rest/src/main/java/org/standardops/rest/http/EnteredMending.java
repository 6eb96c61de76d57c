package org.standardops.rest.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.standardops.model.Fault;
import org.standardops.model.JsonValues;

/** Mends what the form has against what is entered for a task, so that the rest can be checked. */
public final class EnteredMending {

  /** No id of an atom node: what the process has against it is not told beside the form's fault. */
  private static final String STAND_IN = "";

  private EnteredMending() {}

  /** As {@link FormFaults.Mending}. */
  public static void mend(ObjectNode json, List<Fault> form) {
    form.stream()
        .filter(fault -> List.of("/name", "/startAt", "/start").contains(fault.pointer()))
        .forEach(fault -> json.remove(fault.pointer().substring(1)));
    if (!json.path("variables").isObject()) {
      json.remove("variables");
    }
    if (json.get("nodes") instanceof ArrayNode nodes) {
      nodes(nodes);
    } else {
      json.remove("nodes");
    }
    if (json.get("params") instanceof ObjectNode params) {
      params(params, form);
    } else {
      json.remove("params");
    }
  }

  private static void nodes(ArrayNode nodes) {
    for (int i = 0; i < nodes.size(); i++) {
      if (!nodes.get(i).isTextual()) {
        nodes.set(i, STAND_IN);
      }
    }
  }

  private static void params(ObjectNode params, List<Fault> form) {
    List<String> faulty =
        params.properties().stream()
            .map(Map.Entry<String, JsonNode>::getKey)
            .filter(id -> !params.get(id).isObject() || isAtFault(id, form))
            .toList();
    params.remove(faulty);
  }

  private static boolean isAtFault(String node, List<Fault> form) {
    String at = "/params/" + JsonValues.token(node);
    return form.stream().anyMatch(fault -> fault.pointer().equals(at));
  }
}
