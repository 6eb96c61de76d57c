package org.standardops.rest.lightapp;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.standardops.model.SealedText;
import org.standardops.model.process.Variable;
import org.standardops.services.LightAppView;
import org.standardops.services.LightAppView.LightAppAction;
import org.standardops.services.port.LightApp;

/** A light app as it is answered: the whole, or what those who may run it see. */
record LightAppBody(
    String id,
    String name,
    String description,
    String icon,
    String link,
    List<InputBody> inputs,
    List<String> contacts,
    List<LightApp.May> may,
    boolean oneAtATime,
    Optional<Instant> expiresAt,
    List<LightAppAction> allowed,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<LightApp.Output>> outputs,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<String>> people,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> business,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<ProcessRef> process,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> task,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> createdBy,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Instant> createdAt,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> updatedBy,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Instant> updatedAt) {

  /** The process whose task was frozen. */
  record ProcessRef(String id, String name, int revision) {}

  /**
   * A field of the form.
   *
   * @param limits as the app's maker wrote them; left out for others, the schema has them
   */
  record InputBody(
      String key,
      String label,
      String help,
      Variable.Type type,
      boolean required,
      @JsonProperty("default") Optional<Object> defaultValue,
      Map<String, Object> schema,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Map<String, Object>> limits) {}

  static LightAppBody of(LightAppView view) {
    LightApp app = view.app();
    LightApp.Form form = app.form();
    LightApp.Frozen frozen = app.frozen();
    return new LightAppBody(
        app.id().value(),
        form.name(),
        form.description(),
        form.icon(),
        app.link(),
        inputs(view),
        form.contacts(),
        form.may().stream().sorted().toList(),
        form.oneAtATime(),
        form.expiresAt(),
        view.allowed().stream().sorted().toList(),
        whole(view, form.outputs()),
        whole(view, form.people()),
        whole(view, app.business().value()),
        whole(
            view,
            new ProcessRef(
                frozen.process().value(), frozen.definition().name(), frozen.revision())),
        whole(view, frozen.task().toString()),
        whole(view, app.createdBy()),
        whole(view, app.createdAt()),
        whole(view, app.updatedBy()),
        whole(view, app.updatedAt()));
  }

  private static <T> Optional<T> whole(LightAppView view, T value) {
    return view.whole() ? Optional.of(value) : Optional.empty();
  }

  private static List<InputBody> inputs(LightAppView view) {
    return view.inputs().stream().map(variable -> input(view, variable)).toList();
  }

  private static InputBody input(LightAppView view, Variable variable) {
    return new InputBody(
        variable.key(),
        variable.name(),
        variable.help(),
        variable.type(),
        variable.required(),
        variable.defaultValue().map(SealedText::shown),
        variable.schema(),
        view.app().form().inputs().stream()
            .filter(input -> input.key().equals(variable.key()))
            .findFirst()
            .flatMap(input -> whole(view, input.limits())));
  }
}
