package org.standardops.services.lightapp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.standardops.model.process.Node;
import org.standardops.model.process.Notify;
import org.standardops.model.process.ProcessDefinition;
import org.standardops.model.process.Variable;
import org.standardops.model.task.AtomRef;
import org.standardops.services.port.LightApp;
import org.standardops.services.port.StoredProcess;

/**
 * The process that a light app's runs are made of: frozen, with the app's inputs as the only
 * variables that are asked for.
 */
public final class FrozenProcess {

  private final LightApp.Frozen frozen;
  private final Map<String, Variable> variables;

  public FrozenProcess(LightApp.Frozen frozen) {
    this.frozen = frozen;
    this.variables =
        frozen.definition().variables().stream()
            .collect(Collectors.toMap(Variable::key, Function.identity()));
  }

  /**
   * The variable as the app asks for it; empty where there is none.
   *
   * @param input of the app
   */
  public Optional<Variable> variable(LightApp.Input input) {
    return Optional.ofNullable(variables.get(input.key())).map(variable -> asked(variable, input));
  }

  /** Those of the inputs that are there, in their order. */
  public List<Variable> inputs(LightApp.Form form) {
    return form.inputs().stream().flatMap(input -> variable(input).stream()).toList();
  }

  private static Variable asked(Variable variable, LightApp.Input input) {
    return new Variable(
        variable.key(),
        input.label().orElse(variable.name()),
        variable.type(),
        variable.required(),
        true,
        input.defaultValue().or(variable::defaultValue),
        input.help().orElse(variable.help()),
        limited(variable.schema(), input.limits()));
  }

  /** The limits stand in front, where forms look; the variable's own schema holds all the same. */
  private static Map<String, Object> limited(
      Map<String, Object> schema, Map<String, Object> limits) {
    if (limits.isEmpty()) {
      return schema;
    }
    Map<String, Object> limited = new LinkedHashMap<>(schema);
    limited.putAll(limits);
    List<Object> all = new ArrayList<>();
    all.add(schema);
    if (limited.get("allOf") instanceof List<?> others) {
      all.addAll(others);
    }
    limited.put("allOf", all);
    return limited;
  }

  /** What a shown value is called; empty where nothing has this KEY. */
  public Optional<String> label(LightApp.Output output) {
    Optional<String> own =
        Optional.ofNullable(variables.get(output.key()))
            .map(Variable::name)
            .or(() -> ran().flatMap(node -> outputName(node, output.key()).stream()).findFirst());
    return own.map(name -> output.label().orElse(name));
  }

  private Stream<Node> ran() {
    return frozen.definition().nodes().filter(node -> frozen.nodes().contains(node.id()));
  }

  private static Optional<String> outputName(Node node, String key) {
    return node.outputs().entrySet().stream()
        .filter(output -> output.getValue().equals(key))
        .map(output -> node.name() + ": " + output.getKey())
        .findFirst();
  }

  /** For the planner of tasks. */
  public StoredProcess process(LightApp app) {
    return new StoredProcess(
        frozen.process(),
        app.business(),
        frozen.revision(),
        Optional.of(frozen.revision()),
        definition(app.form()),
        Map.of(),
        false,
        app.createdBy(),
        app.createdAt(),
        app.updatedBy(),
        app.updatedAt(),
        app.version());
  }

  private ProcessDefinition definition(LightApp.Form form) {
    ProcessDefinition process = frozen.definition();
    Map<String, Variable> asked =
        inputs(form).stream().collect(Collectors.toMap(Variable::key, Function.identity()));
    return new ProcessDefinition(
        process.name(),
        process.type(),
        Optional.of(notification()),
        process.timeout(),
        process.onTimeout(),
        process.variables().stream()
            .map(variable -> asked.getOrDefault(variable.key(), constant(variable)))
            .toList(),
        process.steps());
  }

  /**
   * As the process has it; and a run that fails or needs a person is told of, for the app's
   * contacts. Not its user, who sees no parameters and no reasons of nodes.
   */
  private Notify notification() {
    Notify process =
        frozen
            .definition()
            .notification()
            .orElseGet(() -> new Notify(List.of(), List.of(), List.of(), List.of(), false));
    return new Notify(
        both(process.on(), List.of(Notify.On.FAILURE, Notify.On.ATTENTION)),
        process.by().isEmpty() ? List.of(Notify.Channel.EMAIL) : process.by(),
        process.people(),
        process.roles(),
        false);
  }

  private static <T> List<T> both(List<T> some, List<T> more) {
    return Stream.concat(some.stream(), more.stream()).distinct().toList();
  }

  private Variable constant(Variable variable) {
    return new Variable(
        variable.key(),
        variable.name(),
        variable.type(),
        false,
        false,
        Optional.ofNullable(frozen.values().get(variable.key())),
        variable.help(),
        variable.schema());
  }

  /** The very versions that ran, by node id. */
  public Map<String, AtomRef> pinned() {
    return frozen
        .definition()
        .nodes()
        .collect(
            Collectors.toMap(
                Node::id, node -> new AtomRef(node.atom(), node.atomVersion().orElseThrow())));
  }
}
