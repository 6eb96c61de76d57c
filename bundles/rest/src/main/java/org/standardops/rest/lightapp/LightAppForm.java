package org.standardops.rest.lightapp;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.standardops.services.port.LightApp;

/** A light app as a client sends it. */
record LightAppForm(
    String name,
    Optional<String> description,
    Optional<String> icon,
    Optional<List<InputForm>> inputs,
    Optional<List<OutputForm>> outputs,
    Optional<List<String>> people,
    Optional<List<String>> contacts,
    Optional<List<LightApp.May>> may,
    Optional<Boolean> oneAtATime,
    Optional<Instant> expiresAt) {

  /** A variable that is asked for: its KEY alone, or more. */
  record InputForm(
      String key,
      Optional<String> label,
      Optional<String> help,
      @JsonProperty("default") Optional<Object> defaultValue,
      Optional<Map<String, Object>> limits) {

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    InputForm {}

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static InputForm of(String key) {
      return new InputForm(
          key, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    LightApp.Input input() {
      return new LightApp.Input(key, label, help, defaultValue, limits.orElse(Map.of()));
    }
  }

  /** A variable that is shown: its KEY alone, or with a label. */
  record OutputForm(String key, Optional<String> label) {

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    OutputForm {}

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static OutputForm of(String key) {
      return new OutputForm(key, Optional.empty());
    }

    LightApp.Output output() {
      return new LightApp.Output(key, label);
    }
  }

  LightApp.Form form() {
    Set<LightApp.May> granted = EnumSet.noneOf(LightApp.May.class);
    granted.addAll(may.orElse(List.of()));
    return new LightApp.Form(
        name,
        description.orElse(""),
        icon.orElse(""),
        inputs.orElse(List.of()).stream().map(InputForm::input).toList(),
        outputs.orElse(List.of()).stream().map(OutputForm::output).toList(),
        people.orElse(List.of()),
        contacts.orElse(List.of()),
        granted,
        oneAtATime.orElse(true),
        expiresAt);
  }
}
