package org.standardops.services.fake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.standardops.model.process.Node;
import org.standardops.model.process.Policy;
import org.standardops.model.process.ProcessDefinition;
import org.standardops.model.process.ProcessDefinition.OnTimeout;
import org.standardops.model.process.ProcessType;
import org.standardops.model.process.Step;
import org.standardops.model.process.TimingType;
import org.standardops.model.process.Variable;

/** Processes to test with: a push of URLs, and a comparison that uses what the push gave. */
public final class Samples {

  private static final Map<String, Object> URLS =
      Map.of("type", "array", "items", Map.of("type", "string"), "minItems", 1);

  private Samples() {}

  /** The atoms {@code push} 1.0.0 and 1.1.0, and {@code compare} 1.0.0. */
  public static FakeAtoms atoms() {
    Map<String, Object> push =
        Map.of(
            "type",
            "object",
            "properties",
            Map.of("urls", URLS, "area", Map.of("enum", List.of("global", "mainland"))),
            "required",
            List.of("urls"),
            "additionalProperties",
            false);
    Map<String, Object> pushed =
        Map.of("type", "object", "properties", Map.of("taskIds", Map.of("type", "array")));
    Map<String, Object> compare =
        Map.of(
            "type",
            "object",
            "properties",
            Map.of("urls", URLS, "of", Map.of("type", "array")),
            "required",
            List.of("urls"),
            "additionalProperties",
            false);
    Map<String, Object> compared =
        Map.of("type", "object", "properties", Map.of("report", Map.of("type", "array")));
    return new FakeAtoms()
        .install("push", "1.0.0", push, pushed)
        .install("push", "1.1.0", push, pushed)
        .install("compare", "1.0.0", compare, compared);
  }

  /**
   * Steps {@code prefetch} (node {@code push}) and {@code verify} (node {@code compare}, which
   * needs nothing of the push); variables {@code urls} (required) and {@code area} (hidden, has a
   * default).
   */
  public static ProcessDefinition process() {
    return process(
        List.of(urls(), area()),
        List.of(
            step("prefetch", node("push", "push", Map.of("urls", "${urls}", "area", "${area}"))),
            step("verify", node("compare", "compare", Map.of("urls", "${urls}")))));
  }

  public static ProcessDefinition process(List<Variable> variables, List<Step> steps) {
    return new ProcessDefinition(
        "CDN Prefetch",
        ProcessType.PUBLISHING,
        Optional.empty(),
        Optional.empty(),
        OnTimeout.NOTIFY,
        variables,
        steps);
  }

  public static Variable urls() {
    return variable("urls", Variable.Type.LIST, true, true, Optional.empty(), URLS);
  }

  public static Variable area() {
    return variable(
        "area", Variable.Type.TEXT, false, false, Optional.of("global"), Map.of("type", "string"));
  }

  public static Variable variable(
      String key,
      Variable.Type type,
      boolean required,
      boolean shown,
      Optional<Object> defaultValue,
      Map<String, Object> schema) {
    return new Variable(key, key, type, required, shown, defaultValue, "", schema);
  }

  public static Step step(String id, Node... nodes) {
    return new Step(id, id, Step.Mode.SERIAL, Step.Start.AUTOMATIC, List.of(nodes));
  }

  public static Step parallel(String id, Node... nodes) {
    return new Step(id, id, Step.Mode.PARALLEL, Step.Start.AUTOMATIC, List.of(nodes));
  }

  public static Node node(String id, String atom, Map<String, Object> params) {
    return node(id, atom, Optional.empty(), false, params, Map.of());
  }

  public static Node node(
      String id,
      String atom,
      Optional<String> version,
      boolean mandatory,
      Map<String, Object> params,
      Map<String, String> outputs) {
    return new Node(
        id,
        id,
        atom,
        version,
        TimingType.OPERATION_EXECUTION,
        mandatory,
        params,
        Policy.DEFAULT,
        outputs);
  }
}
