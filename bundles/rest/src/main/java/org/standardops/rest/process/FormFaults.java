package org.standardops.rest.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.standardops.model.Fault;
import org.standardops.model.ProductException;
import org.standardops.model.process.ProcessDefinition;
import org.standardops.model.process.ProcessType;
import org.standardops.model.process.Variable;
import org.standardops.rest.contract.Body;

/**
 * Looks on where the form of a process is at fault: what cannot be read is left out or stood in
 * for, and the rest is checked for its meaning, so that every fault is told at once.
 */
final class FormFaults {

  /** Parts that are left out as a whole where anything in them is at fault. */
  private static final Pattern PART =
      Pattern.compile(
          "(/|/variables/[0-9]+/|/steps/[0-9]+/|/steps/[0-9]+/nodes/[0-9]+/)"
              + "(notify|timeout|onTimeout|comment|draft"
              + "|required|shown|help|schema|default"
              + "|mode|start"
              + "|atomVersion|timing|mandatory|params|policy|outputs)(/.*)?");

  /** Where such a place is at fault, nobody can tell which names there will be. */
  private static final Pattern NAMES =
      Pattern.compile(
          "/variables(/[0-9]+(/key)?)?"
              + "|/steps(/[0-9]+(/id|/nodes(/[0-9]+(/id|/outputs(/.*)?)?)?)?)?");

  private static final String STAND_IN = "unreadable";

  private final List<Fault> form;
  private final ObjectNode json;

  private FormFaults(List<Fault> form, ObjectNode json) {
    this.form = form;
    this.json = json;
  }

  /**
   * Throws every fault where there is one of the form.
   *
   * @param meaning the faults of a process that can be read
   */
  static void refuse(Body body, Function<ProcessDefinition, List<Fault>> meaning) {
    if (body.faults().isEmpty()) {
      return;
    }
    List<Fault> faults = new ArrayList<>(body.faults());
    if (body.json() instanceof ObjectNode json && !json.path("draft").asBoolean()) {
      new FormFaults(body.faults(), json.deepCopy()).more(meaning).forEach(faults::add);
    }
    throw ProductException.invalid(faults);
  }

  private Stream<Fault> more(Function<ProcessDefinition, List<Fault>> meaning) {
    mend();
    List<Fault> found;
    try {
      ProcessInput input = new Body(new byte[0], json).as(ProcessInput.class);
      found = meaning.apply(ProcessInputMapper.definition(input, Map.of()));
    } catch (ProductException refused) {
      if (refused.faults().isEmpty()) {
        throw refused;
      }
      found = refused.faults();
    }
    return found.stream().filter(this::isNew);
  }

  private void mend() {
    form.forEach(fault -> leaveOut(PART.matcher(fault.pointer())));
    text(json, "name");
    oneOf(json, "type", ProcessType.OTHER);
    list(json, "variables")
        .forEach(
            variable -> {
              text(variable, "key");
              text(variable, "name");
              oneOf(variable, "type", Variable.Type.TEXT);
            });
    list(json, "steps")
        .forEach(
            step -> {
              text(step, "id");
              text(step, "name");
              list(step, "nodes")
                  .forEach(
                      node -> {
                        text(node, "id");
                        text(node, "name");
                        text(node, "atom");
                      });
            });
  }

  private void leaveOut(Matcher part) {
    if (part.matches()) {
      String around = part.group(1).substring(0, part.group(1).length() - 1);
      if (json.at(around) instanceof ObjectNode object) {
        object.remove(part.group(2));
        if (part.group(2).equals("schema")) {
          // Without the schema nobody can tell whether the default fits it.
          object.remove("default");
        }
      }
    }
  }

  private static void text(ObjectNode object, String name) {
    if (!object.path(name).isTextual()) {
      object.put(name, STAND_IN);
    }
  }

  private static <E extends Enum<E>> void oneOf(ObjectNode object, String name, E standIn) {
    boolean known =
        Stream.of(standIn.getDeclaringClass().getEnumConstants())
            .anyMatch(word -> word.name().equals(object.path(name).textValue()));
    if (!known) {
      object.put(name, standIn.name());
    }
  }

  /** The list's objects, at their places; an empty one stands in for what is none. */
  private static List<ObjectNode> list(ObjectNode object, String name) {
    List<ObjectNode> objects = new ArrayList<>();
    JsonNode list = object.path(name);
    if (list.isArray()) {
      list.forEach(
          element ->
              objects.add(element instanceof ObjectNode whole ? whole : object.objectNode()));
    }
    object.putArray(name).addAll(objects);
    return objects;
  }

  /** What was stood in for is not told again. */
  private boolean isNew(Fault fault) {
    String at = fault.pointer();
    boolean namesKnown = form.stream().noneMatch(told -> NAMES.matcher(told.pointer()).matches());
    return (namesKnown || !fault.code().equals("UNKNOWN_VARIABLE"))
        && form.stream()
            .map(Fault::pointer)
            .noneMatch(
                told -> told.equals(at) || told.startsWith(at + "/") || at.startsWith(told + "/"));
  }
}
