package org.standardops.atom.host.internal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.standardops.atom.Atom;
import org.standardops.atom.Business;
import org.standardops.atom.Choice;
import org.standardops.atom.OptionsCall;
import org.standardops.atom.Parameters;
import org.standardops.engine.port.AtomDescription;
import org.standardops.model.BusinessId;
import org.standardops.model.ErrorCode;
import org.standardops.model.Fault;
import org.standardops.model.ProductException;

/**
 * What an atom is asked outside of a node's calls: whether parameters are good, and what may be
 * chosen. A stranger's code: whatever it does, a clear answer comes within seconds. Thread-safe.
 */
final class AskedAtom {

  static final Duration CHECK_AT_MOST = Duration.ofSeconds(5);
  static final Duration OPTIONS_AT_MOST = Duration.ofSeconds(10);

  private static final Logger LOG = LoggerFactory.getLogger(AskedAtom.class);

  private final AtomDescription description;
  private final Atom atom;
  private final AtomWorld world;
  private final QuickCalls calls;
  private final boolean checks;

  AskedAtom(AtomDescription description, Atom atom, AtomWorld world) {
    this.description = description;
    this.atom = atom;
    this.world = world;
    this.calls = new QuickCalls(world.threads());
    this.checks = implementsCheck(atom);
  }

  /** Most atoms have no check of their own: that costs no change of threads. */
  private static boolean implementsCheck(Atom atom) {
    try {
      Class<?> type = atom.getClass();
      return type.getMethod("check", Parameters.class).getDeclaringClass() != Atom.class
          || type.getMethod("check", Parameters.class, Business.class).getDeclaringClass()
              != Atom.class;
    } catch (NoSuchMethodException | LinkageError e) {
      LOG.debug("The methods of {} cannot be listed, so its check is asked.", atom.getClass(), e);
      return true;
    }
  }

  /** What the atom itself finds wrong. */
  List<Fault> check(BusinessId business, Map<String, Object> params) {
    if (!checks) {
      return List.of();
    }
    try {
      return calls
          .call(
              CHECK_AT_MOST,
              cancelled -> atom.check(new Parameters(params), world.business(business)))
          .stream()
          .map(fault -> new Fault(fault.pointer(), fault.code(), fault.message()))
          .toList();
    } catch (ExecutionException e) {
      warn("check", e);
      return List.of(
          new Fault(
              "",
              "CHECK_BROKEN",
              "The atom's own check of these parameters broke: "
                  + e.getCause().getClass().getSimpleName()
                  + ". The server's log says more."));
    } catch (QuickCalls.NoAnswer e) {
      LOG.warn(
          "The check of atom {} in bundle {} gives no answer ({}), which its author should mend.",
          description.atom(),
          description.bundle(),
          e.getMessage());
      return List.of(
          new Fault(
              "",
              "CHECK_TIMEOUT",
              "The atom's own check of these parameters gives no answer: "
                  + e.getMessage()
                  + ". Try again; if it stays so, its author should mend it."));
    }
  }

  /**
   * @throws ProductException INVALID where the field has no choices; UNAVAILABLE where the atom
   *     cannot look them up
   */
  List<Choice> options(
      BusinessId business, String field, Map<String, Object> params, String query) {
    List<String> fields = OptionFields.of(description.parameters());
    if (!fields.contains(field)) {
      throw ProductException.invalid(
          List.of(
              new Fault(
                  "/field",
                  "NO_OPTIONS",
                  "The atom gives choices for "
                      + (fields.isEmpty() ? "none of its parameters" : fields)
                      + ", not for '"
                      + field
                      + "'.")));
    }
    Masked masked = new Masked();
    try {
      return calls.call(
          OPTIONS_AT_MOST,
          cancelled -> {
            FormCall call =
                new FormCall(
                    world, business, field, new Parameters(params), query, masked, cancelled);
            try {
              return shown(atom.options(call), masked);
            } finally {
              call.close();
            }
          });
    } catch (ExecutionException e) {
      LOG.info(
          "Atom {} gives no choices for '{}' in the business {}: {}",
          description.atom(),
          field,
          business,
          masked.mask(String.valueOf(e.getCause())));
      throw unavailable(field, masked.mask(reason(e.getCause())));
    } catch (QuickCalls.NoAnswer e) {
      throw unavailable(field, e.getMessage());
    }
  }

  private static List<Choice> shown(List<Choice> choices, Masked masked) {
    return choices.stream().limit(OptionsCall.MOST + 1L).map(masked::mask).toList();
  }

  private static String reason(Throwable thrown) {
    String message = thrown.getMessage();
    return message == null || message.isBlank() ? thrown.getClass().getSimpleName() : message;
  }

  private ProductException unavailable(String field, String reason) {
    return new ProductException(
        ErrorCode.UNAVAILABLE,
        "The atom "
            + description.atom()
            + " cannot look up choices for '"
            + field
            + "' now: "
            + reason
            + ". You can write the value by hand.");
  }

  private void warn(String what, ExecutionException e) {
    LOG.warn(
        "The {} of atom {} in bundle {} broke, which its author should mend.",
        what,
        description.atom(),
        description.bundle(),
        e.getCause());
  }
}
