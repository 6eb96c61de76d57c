package org.standardops.services.port;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.standardops.model.BusinessId;
import org.standardops.model.JsonValues;
import org.standardops.model.LightAppId;
import org.standardops.model.ProcessId;
import org.standardops.model.TaskId;
import org.standardops.model.process.ProcessDefinition;

/**
 * A light app as it is kept.
 *
 * @param version counts changes of any kind; the ETag
 */
public record LightApp(
    LightAppId id,
    BusinessId business,
    Form form,
    Frozen frozen,
    String createdBy,
    Instant createdAt,
    String updatedBy,
    Instant updatedAt,
    long version) {

  /** Path below the server's public address; stays the same as long as the app is there. */
  public String link() {
    return "/desktop/" + id;
  }

  /** True where it may be run no more. */
  public boolean hasExpired(Instant now) {
    return form.expiresAt().filter(end -> !now.isBefore(end)).isPresent();
  }

  /**
   * What its maker chose.
   *
   * @param icon for the desktop: a name or an address; may be empty
   * @param people names of those who may run it
   * @param contacts names of those who look after it
   * @param may what people may do with their own run
   * @param oneAtATime true: nobody can start it while a run of it has not ended
   * @param expiresAt from then on it cannot be run; empty: never
   */
  public record Form(
      String name,
      String description,
      String icon,
      List<Input> inputs,
      List<Output> outputs,
      List<String> people,
      List<String> contacts,
      Set<May> may,
      boolean oneAtATime,
      Optional<Instant> expiresAt) {

    public Form {
      inputs = List.copyOf(inputs);
      outputs = List.copyOf(outputs);
      people = List.copyOf(people);
      contacts = List.copyOf(contacts);
      may = Set.copyOf(may);
    }

    /** The same for other people. */
    public Form withPeople(List<String> others) {
      return with(others, contacts);
    }

    /** The same, looked after by others. */
    public Form withContacts(List<String> others) {
      return with(people, others);
    }

    private Form with(List<String> otherPeople, List<String> otherContacts) {
      return new Form(
          name,
          description,
          icon,
          inputs,
          outputs,
          otherPeople,
          otherContacts,
          may,
          oneAtATime,
          expiresAt);
    }
  }

  /**
   * A variable that the user enters.
   *
   * @param label empty: the variable's name
   * @param help empty: the variable's
   * @param defaultValue empty: the variable's
   * @param limits JSON Schema keywords that hold beside the variable's own schema
   */
  public record Input(
      String key,
      Optional<String> label,
      Optional<String> help,
      Optional<Object> defaultValue,
      Map<String, Object> limits) {

    public Input {
      limits = JsonValues.object(limits);
    }
  }

  /**
   * A variable that the user is shown at the end.
   *
   * @param label empty: the variable's name
   */
  public record Output(String key, Optional<String> label) {}

  /** What a user may do with the own run. */
  public enum May {
    /** And resume. */
    SUSPEND,
    TERMINATE
  }

  /**
   * What was frozen of the task that the app was made from; changes of its process change nothing
   * here.
   *
   * @param definition the process as the task ran it: parameters of the last attempts, every atom's
   *     version pinned
   * @param nodes ids of those that ran
   * @param values of the process's variables
   */
  public record Frozen(
      TaskId task,
      ProcessId process,
      int revision,
      ProcessDefinition definition,
      List<String> nodes,
      Map<String, Object> values) {

    public Frozen {
      nodes = List.copyOf(nodes);
      values = JsonValues.object(values);
    }
  }
}
