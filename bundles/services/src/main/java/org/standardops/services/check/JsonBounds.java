package org.standardops.services.check;

import java.util.ArrayList;
import java.util.List;
import org.standardops.json.JsonCodec;
import org.standardops.model.Fault;
import org.standardops.model.process.Node;
import org.standardops.model.process.ProcessDefinition;
import org.standardops.model.process.Variable;

/** Free JSON values that can be kept: not too large. */
public final class JsonBounds {

  /** Of a node's parameters or one variable's value. */
  private static final int MAX_VALUE_BYTES = 1024 * 1024;

  private static final int MAX_SCHEMA_BYTES = 64 * 1024;
  private static final JsonCodec CODEC = new JsonCodec();

  private JsonBounds() {}

  /** All free values of a process. */
  public static List<Fault> check(ProcessDefinition process) {
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < process.variables().size(); i++) {
      Variable variable = process.variables().get(i);
      String at = "/variables/" + i;
      faults.addAll(check(at + "/schema", variable.schema(), MAX_SCHEMA_BYTES));
      variable.defaultValue().ifPresent(value -> faults.addAll(check(at + "/default", value)));
    }
    for (int i = 0; i < process.steps().size(); i++) {
      List<Node> nodes = process.steps().get(i).nodes();
      for (int j = 0; j < nodes.size(); j++) {
        faults.addAll(check("/steps/" + i + "/nodes/" + j + "/params", nodes.get(j).params()));
      }
    }
    return faults;
  }

  /** At most one fault of parameters, or of a variable's value. */
  public static List<Fault> check(String pointer, Object value) {
    return check(pointer, value, MAX_VALUE_BYTES);
  }

  private static List<Fault> check(String pointer, Object value, int most) {
    int bytes = CODEC.write(value).length;
    return bytes <= most
        ? List.of()
        : List.of(
            new Fault(
                pointer,
                "TOO_LONG",
                "At most " + most + " bytes of JSON are allowed; these are " + bytes + "."));
  }
}
