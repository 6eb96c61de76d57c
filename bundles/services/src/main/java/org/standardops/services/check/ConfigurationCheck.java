package org.standardops.services.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.standardops.model.Fault;
import org.standardops.model.TextLimit;
import org.standardops.model.process.Variable;
import org.standardops.services.port.ConfigurationStore.Entry;

/** What the configuration of a business must keep to. */
public final class ConfigurationCheck {

  private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");
  private static final TextLimit NAME = TextLimit.name(200);
  private static final int MOST = 500;

  private ConfigurationCheck() {}

  /** Every fault, with pointers into what was sent. */
  public static List<Fault> check(List<Entry> variables) {
    List<Fault> faults = new ArrayList<>();
    if (variables.size() > MOST) {
      faults.add(new Fault("/variables", "TOO_MANY", "At most " + MOST + " are allowed."));
      return faults;
    }
    Set<String> keys = new HashSet<>();
    for (int i = 0; i < variables.size(); i++) {
      Entry entry = variables.get(i);
      String at = "/variables/" + i;
      if (!KEY.matcher(entry.key()).matches()) {
        faults.add(
            new Fault(
                at + "/key",
                "INVALID_KEY",
                "A KEY is up to 64 letters, digits and _, a letter first."));
      } else if (!keys.add(entry.key())) {
        faults.add(new Fault(at + "/key", "DUPLICATE_KEY", "This KEY is there already."));
      }
      faults.addAll(NAME.check(at + "/name", entry.name()));
      entry.value().ifPresent(value -> faults.addAll(JsonBounds.check(at + "/value", value)));
      VariableCheck.definition(asVariable(entry)).forEach(fault -> faults.add(inEntry(at, fault)));
    }
    return faults;
  }

  /** The value takes the place of the default. */
  public static Variable asVariable(Entry entry) {
    return new Variable(
        entry.key(),
        entry.name(),
        entry.type(),
        false,
        true,
        entry.value(),
        entry.help(),
        entry.schema());
  }

  private static Fault inEntry(String at, Fault fault) {
    String pointer =
        fault.pointer().startsWith("/default")
            ? "/value" + fault.pointer().substring("/default".length())
            : fault.pointer();
    return new Fault(at + pointer, fault.code(), fault.message());
  }

  /** An entry that the check of a variable was given. */
  public static Entry withValue(Entry entry, Optional<Object> value) {
    return new Entry(entry.key(), entry.name(), entry.type(), entry.schema(), value, entry.help());
  }
}
