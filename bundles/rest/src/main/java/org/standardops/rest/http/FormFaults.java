package org.standardops.rest.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.standardops.model.ErrorCode;
import org.standardops.model.Fault;
import org.standardops.model.ProductException;
import org.standardops.rest.contract.Body;

/**
 * Looks on where the form of a body is at fault: what cannot be read is left out or stood in for,
 * and the rest is checked for its meaning, so that every fault is told at once.
 */
public final class FormFaults {

  private FormFaults() {}

  /** Leaves out of a body, or stands in for, what its form has against it. */
  public interface Mending {
    void mend(ObjectNode json, List<Fault> form);
  }

  /**
   * Throws every fault where there is one of the form.
   *
   * @param meaning the faults of a body that can be read
   * @throws ProductException INVALID; or what {@code meaning} throws, such as FORBIDDEN
   */
  public static void refuse(Body body, Mending mending, Function<Body, List<Fault>> meaning) {
    List<Fault> form = body.faults();
    if (form.isEmpty()) {
      return;
    }
    List<Fault> faults = new ArrayList<>(form);
    if (body.json() instanceof ObjectNode json) {
      ObjectNode mended = json.deepCopy();
      mending.mend(mended, form);
      found(new Body(new byte[0], mended), meaning)
          .filter(fault -> isNew(fault, form))
          .forEach(faults::add);
    }
    throw ProductException.invalid(faults);
  }

  private static Stream<Fault> found(Body mended, Function<Body, List<Fault>> meaning) {
    try {
      return meaning.apply(mended).stream();
    } catch (ProductException refused) {
      if (refused.code() != ErrorCode.INVALID) {
        throw refused;
      }
      return refused.faults().stream();
    }
  }

  /** What was stood in for is not told again. */
  private static boolean isNew(Fault fault, List<Fault> form) {
    String at = fault.pointer();
    return form.stream()
        .map(Fault::pointer)
        .noneMatch(
            told -> told.equals(at) || told.startsWith(at + "/") || at.startsWith(told + "/"));
  }
}
