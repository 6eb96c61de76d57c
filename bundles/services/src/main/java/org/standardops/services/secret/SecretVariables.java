package org.standardops.services.secret;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.standardops.model.BusinessId;
import org.standardops.model.Fault;
import org.standardops.model.JsonValues;
import org.standardops.model.ProductException;
import org.standardops.model.SealedText;
import org.standardops.model.TaskId;
import org.standardops.model.process.ProcessDefinition;
import org.standardops.model.process.Variable;
import org.standardops.services.check.VariableCheck;
import org.standardops.services.port.Encryption;
import org.standardops.services.port.SecretStore;

/**
 * Takes the values of secret variables out of what was entered, and keeps them sealed. Thread-safe.
 */
public final class SecretVariables {

  /** A shorter one could not be hidden in logs without hiding half of them. */
  private static final int SHORTEST = 4;

  private static final int LONGEST = 65_536;
  private static final int ID_BYTES = 16;

  private final SecretStore store;
  private final Encryption encryption;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  public SecretVariables(SecretStore store, Encryption encryption, InstantSource clock) {
    this.store = store;
    this.encryption = encryption;
    this.clock = clock;
  }

  /**
   * Puts a text in the place of each secret. {@code {"secret": true}} means that it stays as it is.
   * Nothing is stored yet.
   *
   * @param at pointer of the values in what was sent
   * @param current values by KEY that there are now
   */
  public EnteredSecrets enter(
      String at,
      List<Variable> variables,
      Map<String, Object> current,
      Map<String, Object> entered) {
    Map<String, Object> values = new LinkedHashMap<>(entered);
    Map<String, String> toKeep = new HashMap<>();
    List<Fault> faults = new ArrayList<>();
    entered.forEach(
        (key, value) -> {
          if (SealedText.isIn(value)) {
            faults.add(
                new Fault(
                    pointer(at, key),
                    "INVALID_VALUE",
                    "'sealed:' and 32 digits stand for a secret and cannot be entered."));
          }
        });
    variables.stream()
        .filter(variable -> variable.type() == Variable.Type.SECRET)
        .filter(variable -> entered.get(variable.key()) != null)
        .forEach(
            variable ->
                enter(pointer(at, variable.key()), variable, current, values, toKeep, faults));
    return new EnteredSecrets(values, toKeep, faults);
  }

  private void enter(
      String at,
      Variable variable,
      Map<String, Object> current,
      Map<String, Object> values,
      Map<String, String> toKeep,
      List<Fault> faults) {
    Object value = values.get(variable.key());
    if (SealedText.isShown(value)) {
      Object now =
          Objects.requireNonNullElseGet(
              current.get(variable.key()), () -> variable.defaultValue().orElse(false));
      if (SealedText.is(now)) {
        values.put(variable.key(), now);
      } else {
        values.remove(variable.key());
      }
    } else {
      byte[] id = new byte[ID_BYTES];
      random.nextBytes(id);
      String hex = HexFormat.of().formatHex(id);
      values.put(variable.key(), SealedText.of(hex));
      List<Fault> found = faults(at, variable, value);
      if (found.isEmpty()) {
        toKeep.put(hex, (String) value);
      }
      faults.addAll(found);
    }
  }

  private static List<Fault> faults(String at, Variable variable, Object value) {
    if (!(value instanceof String secret)) {
      return List.of(new Fault(at, "WRONG_TYPE", "A secret is a text."));
    }
    if (secret.length() < SHORTEST || secret.length() > LONGEST) {
      return List.of(
          new Fault(
              at,
              "INVALID_LENGTH",
              "A secret has " + SHORTEST + " to " + LONGEST + " characters."));
    }
    return VariableCheck.value(variable, secret).stream()
        .map(fault -> withoutValue(fault.under(at), secret))
        .toList();
  }

  private static Fault withoutValue(Fault fault, String secret) {
    return new Fault(
        fault.pointer(), fault.code(), fault.message().replace(secret, SealedText.MASK));
  }

  private static String pointer(String at, String key) {
    return at + "/" + JsonValues.token(key);
  }

  /**
   * The process with the defaults of its secret variables sealed; stored at once.
   *
   * @param before variables that it has now, for defaults that stay as they are
   * @throws ProductException INVALID
   */
  public ProcessDefinition sealDefaults(
      BusinessId business, ProcessDefinition process, List<Variable> before, String by) {
    Map<String, Object> current = defaults(before);
    List<Fault> faults = new ArrayList<>();
    List<Variable> changed = new ArrayList<>();
    List<EnteredSecrets> toKeep = new ArrayList<>();
    for (int i = 0; i < process.variables().size(); i++) {
      Variable variable = process.variables().get(i);
      if (isKept(business, variable)) {
        changed.add(variable);
        continue;
      }
      EnteredSecrets entered =
          enter(
              "/variables/" + i,
              List.of(variable.withDefault(Optional.empty())),
              current,
              defaults(List.of(variable)));
      String at = "/variables/" + i + "/default";
      entered.faults().forEach(fault -> faults.add(new Fault(at, fault.code(), fault.message())));
      toKeep.add(entered);
      changed.add(variable.withDefault(Optional.ofNullable(entered.values().get(variable.key()))));
    }
    if (!faults.isEmpty()) {
      throw ProductException.invalid(faults);
    }
    toKeep.forEach(entered -> keep(business, entered, by, Optional.empty()));
    return process.withVariables(changed);
  }

  /** As in a copy, or in a revision that is restored. */
  private boolean isKept(BusinessId business, Variable variable) {
    return variable.type() == Variable.Type.SECRET
        && variable
            .defaultValue()
            .filter(SealedText::is)
            .flatMap(text -> store.find(business, SealedText.name(text)))
            .isPresent();
  }

  private static Map<String, Object> defaults(List<Variable> variables) {
    Map<String, Object> defaults = new LinkedHashMap<>();
    variables.forEach(
        variable ->
            variable.defaultValue().ifPresent(value -> defaults.put(variable.key(), value)));
    return defaults;
  }

  /**
   * Stores what {@link #enter} took out; before whatever refers to it.
   *
   * @param task it was entered for; empty: for a process or the configuration
   */
  public void keep(BusinessId business, EnteredSecrets entered, String by, Optional<TaskId> task) {
    entered
        .toKeep()
        .forEach(
            (id, secret) ->
                store.keep(
                    business,
                    id,
                    encryption.encrypt(secret.getBytes(StandardCharsets.UTF_8)),
                    by,
                    clock.instant().truncatedTo(ChronoUnit.MICROS),
                    task));
  }
}
