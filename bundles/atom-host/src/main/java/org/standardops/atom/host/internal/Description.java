package org.standardops.atom.host.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.osgi.framework.Version;
import org.standardops.atom.Recovery;
import org.standardops.engine.port.AtomDescription;
import org.standardops.json.JsonCodec;
import org.standardops.json.JsonSchema;
import org.standardops.model.Fault;
import org.standardops.model.ProductException;
import org.standardops.model.process.TimingType;
import org.standardops.model.task.AtomRef;

/** The file {@code atoms/<code>.json} of a bundle, found good. */
record Description(
    String code,
    Map<String, String> name,
    Map<String, String> description,
    Map<String, String> group,
    String icon,
    TimingType timing,
    Recovery recovery,
    Polls polls,
    Map<String, Object> parameters,
    Map<String, Object> outputs) {

  /** No description is larger. */
  static final int MAX_BYTES = 1024 * 1024;

  private static final JsonCodec CODEC = new JsonCodec();
  private static final JsonSchema FORM = JsonSchema.of(form());

  /** What a poll does in the outside; READ where the file does not say. */
  enum Polls {
    READ,
    ACT
  }

  /**
   * @param code that the file's name promises
   * @throws ProductException INVALID with every fault, pointers into the file
   */
  static Description read(String code, byte[] json) {
    Object value;
    try {
      value = CODEC.read(json, Object.class);
    } catch (UncheckedIOException e) {
      throw ProductException.invalid(
          List.of(fault("", "This is no JSON: " + e.getCause().getMessage())));
    }
    List<Fault> faults = new ArrayList<>(FORM.check(value));
    if (value instanceof Map<?, ?> object) {
      if (object.get("code") instanceof String said && !said.equals(code)) {
        faults.add(
            fault("/code", "The file is named for the atom '" + code + "', not '" + said + "'."));
      }
      checkSchema(object.get("parameters"), "/parameters", faults);
      checkSchema(object.get("outputs"), "/outputs", faults);
    }
    if (!faults.isEmpty()) {
      throw ProductException.invalid(faults);
    }
    return CODEC.fromValue(value, Description.class);
  }

  private static void checkSchema(Object schema, String pointer, List<Fault> faults) {
    if (schema instanceof Map<?, ?> object) {
      try {
        JsonSchema.of(jsonObject(object));
      } catch (IllegalArgumentException e) {
        faults.add(fault(pointer, e.getMessage()));
      }
    }
  }

  @SuppressWarnings("unchecked") // the names in a JSON object are texts
  private static Map<String, Object> jsonObject(Map<?, ?> object) {
    return (Map<String, Object>) object;
  }

  private static Map<String, Object> form() {
    try (InputStream file = Description.class.getResourceAsStream("atom-description.schema.json")) {
      return jsonObject(CODEC.read(file.readAllBytes(), Map.class));
    } catch (IOException e) {
      throw new UncheckedIOException("The form of atom descriptions cannot be read.", e);
    }
  }

  private static Fault fault(String pointer, String message) {
    return new Fault(pointer, "INVALID_DESCRIPTION", message);
  }

  AtomDescription of(String symbolicName, Version version) {
    return new AtomDescription(
        new AtomRef(code, version.toString()),
        name,
        description,
        group,
        icon,
        timing,
        recovery,
        polls == Polls.ACT,
        parameters,
        outputs,
        symbolicName + " " + version);
  }
}
