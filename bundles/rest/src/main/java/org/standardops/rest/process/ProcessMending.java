package org.standardops.rest.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.standardops.model.Fault;
import org.standardops.model.process.ProcessType;
import org.standardops.model.process.Variable;
import org.standardops.rest.contract.Body;
import org.standardops.rest.http.EnteredMending;
import org.standardops.rest.http.FormFaults;

/** Mends what the form of a process has against it, so that the rest can be checked. */
final class ProcessMending implements FormFaults.Mending {

  /** Parts that are left out as a whole where anything in them is at fault. */
  private static final Pattern PART =
      Pattern.compile(
          "(/|/variables/[0-9]+/|/steps/[0-9]+/|/steps/[0-9]+/nodes/[0-9]+/)"
              + "(notify|timeout|onTimeout|comment|draft"
              + "|required|shown|help|schema|default"
              + "|mode|start|when|limit"
              + "|atomVersion|timing|mandatory|params|policy|outputs|forEach)(/.*)?");

  /** Where such a place is at fault, nobody can tell which names there will be. */
  private static final Pattern NAMES =
      Pattern.compile(
          "/variables(/[0-9]+(/key)?)?"
              + "|/steps(/[0-9]+(/id|/nodes(/[0-9]+(/id|/outputs(/.*)?)?)?)?)?");

  private static final String STAND_IN = "unreadable";

  /**
   * Throws every fault of a process where there is one of the form. A draft may have faults of its
   * meaning.
   *
   * @param meaning the faults of a process that can be read
   */
  static void refuse(Body body, Function<Body, List<Fault>> meaning) {
    FormFaults.refuse(
        body,
        new ProcessMending(),
        readable ->
            body.json().path("draft").asBoolean()
                ? List.of()
                : meaning.apply(readable).stream()
                    .filter(fault -> canBeTold(fault, body.faults()))
                    .toList());
  }

  private static boolean canBeTold(Fault fault, List<Fault> form) {
    return !fault.code().equals("UNKNOWN_VARIABLE")
        || form.stream().noneMatch(told -> NAMES.matcher(told.pointer()).matches());
  }

  @Override
  public void mend(ObjectNode json, List<Fault> form) {
    form.forEach(fault -> leaveOut(json, PART.matcher(fault.pointer())));
    if (json.get("preview") instanceof ObjectNode entered) {
      EnteredMending.mend(
          entered,
          form.stream()
              .filter(fault -> fault.pointer().startsWith("/preview/"))
              .map(ProcessMending::belowPreview)
              .toList());
    } else {
      json.remove("preview");
    }
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

  private static void leaveOut(ObjectNode json, Matcher part) {
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

  private static Fault belowPreview(Fault fault) {
    return new Fault(fault.pointer().substring("/preview".length()), fault.code(), fault.message());
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
}
