package org.standardops.atom;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A kind of work that a bundle brings. Published as an OSGi service with the property {@link
 * #CODE}; its version is the version of its bundle. The bundle holds one file {@code
 * atoms/<code>.json} for it: code, name, group, icon, timing type, recovery class, and the JSON
 * Schemas of parameters and outputs.
 *
 * <p>One instance serves all calls, on many threads of the bundle's own pool, so an atom keeps no
 * state of a call in its fields. The simplest atom implements {@link #start} alone. No method may
 * wait for something that takes longer than one quick exchange with the outside: it returns {@link
 * Outcome.Poll}, {@link Outcome.AwaitCallback} or {@link Outcome.AwaitPerson} and is called again.
 *
 * <p>One call makes at most one effect in the outside. What a method throws counts as {@link
 * Outcome.Failed} with {@link Touched#MAYBE}, and so does a null.
 */
@ConsumerType
public interface Atom {

  /** Service property: the atom's code, {@code [a-z][a-z0-9-]{0,63}}. */
  String CODE = "atom.code";

  /** Folder in the bundle with one {@code <code>.json} for each atom of it. */
  String DESCRIPTION_FOLDER = "atoms";

  /**
   * Begins the work. Called once for each attempt, unless the attempt before (or a crash) left open
   * whether the outside was touched: then the recovery class decides (see {@link Recovery}).
   *
   * @param call parameters, intent key, log and the ways out, valid during this call only
   */
  Outcome start(Call call) throws Exception;

  /**
   * Looks how the work is doing, or does its next part. Called after {@link Outcome.Poll#after()};
   * may be called again with the same handle after a crash ({@link Call#recovering()} is true
   * then). An atom whose polls change the outside says {@code "polls": "ACT"} in its description
   * and, when recovering, looks before it acts.
   */
  default Outcome poll(Call call, Map<String, Object> handle) throws Exception {
    throw new UnsupportedOperationException("This atom answered Poll but does not implement poll.");
  }

  /** Goes on after {@link Outcome.AwaitCallback} or {@link Outcome.AwaitPerson} was answered. */
  default Outcome resume(Call call, Map<String, Object> handle, Answer answer) throws Exception {
    throw new UnsupportedOperationException(
        "This atom waits for an answer but does not implement resume.");
  }

  /**
   * Ends what runs outside. Called after terminate, stop or a time-out, once the handle is known;
   * may be called again with the same handle after a crash.
   */
  default Cancellation cancel(Call call, Map<String, Object> handle) throws Exception {
    return new Cancellation.CannotCancel("This atom cannot cancel what it has started.");
  }

  /**
   * Only for {@link Recovery#REATTACH}: looks in the outside for the work that an earlier call with
   * the same {@link Call#intentKey()} may have begun since {@link Call#intentStartedAt()}. Must not
   * change anything outside.
   */
  default Search find(Call call) throws Exception {
    return new Search.CannotTell("This atom does not implement find.");
  }

  /**
   * The recovery class of a call with these parameters, where it differs from the one in the
   * description.
   *
   * @return empty: as described
   */
  default Optional<Recovery> recovery(Parameters parameters) {
    return Optional.empty();
  }

  /**
   * Checks what the schema cannot say. Without effects, and quick: after five seconds nobody waits
   * any more. Called when a process is validated, before a start and at a retry, possibly with
   * {@code ${KEY}} still unresolved in it where the value comes from a variable.
   *
   * @return every fault at once; empty when all is well
   */
  default List<Fault> check(Parameters parameters) {
    return List.of();
  }

  /**
   * As {@link #check(Parameters)}, where the business matters, such as whether a host is one of its
   * own. The server calls this one; unless it is implemented, it asks the other.
   */
  default List<Fault> check(Parameters parameters, Business business) {
    return check(parameters);
  }

  /**
   * Looks up what a person may choose for a parameter that the schema marks with {@code
   * "x-options": true}. Changes nothing outside; ten seconds at most.
   *
   * @return choices that fit {@link OptionsCall#query()}, best first; one more than {@link
   *     OptionsCall#MOST} tells that there are more
   * @throws Exception whose message says, to people, why there are no choices
   */
  default List<Choice> options(OptionsCall call) throws Exception {
    return List.of();
  }
}
