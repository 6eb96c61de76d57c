package org.standardops.services.lightapp;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.standardops.model.BusinessId;
import org.standardops.model.Fault;
import org.standardops.model.TextLimit;
import org.standardops.model.process.Variable;
import org.standardops.services.check.JsonBounds;
import org.standardops.services.check.VariableCheck;
import org.standardops.services.port.LightApp;

/**
 * Holds what a light app's maker chose against what was frozen.
 *
 * @param isPerson whether somebody of this name is there
 * @param isRelated whether somebody is related to the business
 */
public record FormCheck(Predicate<String> isPerson, BiPredicate<BusinessId, String> isRelated) {

  private static final TextLimit NAME = TextLimit.name(100);
  private static final TextLimit LABEL = TextLimit.name(200);
  private static final TextLimit HELP = TextLimit.lines(4000);
  private static final TextLimit ICON = TextLimit.line(2000);

  /**
   * Every fault but those of its people, with pointers into the form.
   *
   * @param now what expires must do so later
   */
  public List<Fault> check(LightApp.Form form, LightApp.Frozen frozen, Instant now) {
    List<Fault> faults = new ArrayList<>();
    faults.addAll(NAME.check("/name", form.name()));
    faults.addAll(HELP.check("/description", form.description()));
    faults.addAll(ICON.check("/icon", form.icon()));
    faults.addAll(inputs(form.inputs(), new FrozenProcess(frozen)));
    faults.addAll(outputs(form.outputs(), new FrozenProcess(frozen)));
    faults.addAll(known("/contacts", form.contacts()));
    form.expiresAt()
        .filter(end -> !now.isBefore(end))
        .ifPresent(
            end -> faults.add(new Fault("/expiresAt", "INVALID_VALUE", "This is in the past.")));
    return faults;
  }

  /** KEYs that another frozen task does not have; their messages stand alone. */
  public static List<Fault> missing(LightApp.Form form, LightApp.Frozen frozen) {
    FrozenProcess process = new FrozenProcess(frozen);
    List<Fault> faults = new ArrayList<>();
    form.inputs().stream()
        .filter(input -> process.variable(input).isEmpty())
        .forEach(input -> faults.add(unknown("/task", input.key())));
    form.outputs().stream()
        .filter(output -> process.label(output).isEmpty())
        .forEach(output -> faults.add(unknown("/task", output.key())));
    return faults;
  }

  private static List<Fault> inputs(List<LightApp.Input> inputs, FrozenProcess process) {
    List<Fault> faults = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < inputs.size(); i++) {
      String at = "/inputs/" + i;
      LightApp.Input input = inputs.get(i);
      input.label().ifPresent(label -> faults.addAll(LABEL.check(at + "/label", label)));
      input.help().ifPresent(help -> faults.addAll(HELP.check(at + "/help", help)));
      Optional<Variable> variable = process.variable(input);
      if (variable.isEmpty()) {
        faults.add(unknown(at, input.key()));
      } else if (!seen.add(input.key())) {
        faults.add(twice(at, input.key()));
      } else {
        faults.addAll(values(at, input, variable.get()));
      }
    }
    return faults;
  }

  /** Limits that are no schema, and a default that does not fit them. */
  private static List<Fault> values(String at, LightApp.Input input, Variable variable) {
    List<Fault> faults = new ArrayList<>(JsonBounds.check(at + "/limits", input.limits()));
    input
        .defaultValue()
        .ifPresent(value -> faults.addAll(JsonBounds.check(at + "/default", value)));
    if (faults.isEmpty()) {
      VariableCheck.definition(variable)
          .forEach(
              fault ->
                  faults.add(
                      fault.pointer().startsWith("/schema")
                          ? new Fault(at + "/limits", fault.code(), fault.message())
                          : fault.under(at)));
    }
    return faults;
  }

  private static List<Fault> outputs(List<LightApp.Output> outputs, FrozenProcess process) {
    List<Fault> faults = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < outputs.size(); i++) {
      String at = "/outputs/" + i;
      LightApp.Output output = outputs.get(i);
      output.label().ifPresent(label -> faults.addAll(LABEL.check(at + "/label", label)));
      if (process.label(output).isEmpty()) {
        faults.add(unknown(at, output.key()));
      } else if (!seen.add(output.key())) {
        faults.add(twice(at, output.key()));
      }
    }
    return faults;
  }

  /**
   * Every fault of the people who may run it.
   *
   * @param before those who were named already: they stay, related or not
   */
  public List<Fault> people(BusinessId business, List<String> names, List<String> before) {
    List<Fault> faults = known("/people", names);
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      if (isPerson.test(name) && !before.contains(name) && !isRelated.test(business, name)) {
        faults.add(
            new Fault(
                "/people/" + i,
                "NOT_RELATED",
                "This person is not related to the business; choose one of GET .../people."));
      }
    }
    return faults;
  }

  /** Names of people who are not there. */
  private List<Fault> known(String at, List<String> names) {
    List<Fault> faults = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < names.size(); i++) {
      String pointer = at + "/" + i;
      if (!seen.add(names.get(i))) {
        faults.add(new Fault(pointer, "DUPLICATE_PERSON", "This person is named twice."));
      } else if (!isPerson.test(names.get(i))) {
        faults.add(
            new Fault(pointer, "UNKNOWN_PERSON", "There is nobody of this name; leave it out."));
      }
    }
    return faults;
  }

  private static Fault unknown(String pointer, String key) {
    return new Fault(
        pointer,
        "UNKNOWN_VARIABLE",
        "The task has no variable '" + key + "'; name one that it has.");
  }

  private static Fault twice(String pointer, String key) {
    return new Fault(pointer, "DUPLICATE_KEY", "'" + key + "' is named twice.");
  }
}
