package org.standardops.atom.tencent.cloud.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.standardops.atom.Atom;
import org.standardops.atom.AtomCode;
import org.standardops.atom.Call;
import org.standardops.atom.Cancellation;
import org.standardops.atom.Choice;
import org.standardops.atom.Fault;
import org.standardops.atom.OptionsCall;
import org.standardops.atom.Outcome;
import org.standardops.atom.Parameters;
import org.standardops.atom.Recovery;
import org.standardops.atom.Touched;
import org.standardops.atom.answer.Extraction;

/**
 * Calls any action of any of Tencent Cloud's APIs once, and may then look, by another action, until
 * the work that it began there has ended.
 */
@Component
@AtomCode("tencent-cloud")
public final class TencentCloudAtom implements Atom {

  private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);
  private static final String DEADLINE = "deadline";
  private static final String EXTRACTED = "extracted";
  private static final String RESPONSE = "response";

  @Override
  public Outcome start(Call call) {
    CloudRequest request = CloudRequest.of(call.parameters(), call.intentKey());
    try {
      Map<String, Object> response = api(call).ask(request);
      Extraction extraction = Extraction.of(call.parameters()).from(response);
      Optional<Following> following = Following.of(call.parameters());
      return following.isPresent()
          ? follow(call, following.get(), request, response, extraction)
          : succeeded(response, extraction);
    } catch (CloudFailed e) {
      return e.asOutcome();
    }
  }

  private static Outcome follow(
      Call call,
      Following following,
      CloudRequest request,
      Map<String, Object> response,
      Extraction extraction) {
    for (String name : Filling.places(following.describing())) {
      if (!extraction.values().containsKey(name)) {
        return extraction.missing(name);
      }
    }
    if (following.describe().isEmpty()) {
      Optional<Outcome> ended = ended(following, request, response, extraction);
      if (ended.isPresent()) {
        return ended.get();
      }
    }
    Instant deadline = call.clock().instant().plus(following.deadline());
    return again(call, following, deadline, extraction);
  }

  @Override
  public Outcome poll(Call call, Map<String, Object> handle) {
    Following following = Following.of(call.parameters()).orElseThrow();
    Extraction extraction = Extraction.of(call.parameters()).with(extracted(handle));
    CloudRequest look =
        following.look(CloudRequest.of(call.parameters(), call.intentKey()), extraction.values());
    Instant deadline = Instant.parse((String) handle.get(DEADLINE));
    String seen;
    try {
      Map<String, Object> response = api(call).ask(look);
      Extraction more = extraction.from(response);
      Optional<Outcome> ended = ended(following, look, response, more);
      if (ended.isPresent()) {
        return ended.get();
      }
      extraction = more;
      seen = "not yet " + following.until();
    } catch (CloudFailed e) {
      if (!e.passing()) {
        return e.asOutcomeOfWork();
      }
      seen = e.getMessage();
    }
    if (!call.clock().instant().isBefore(deadline)) {
      return new Outcome.Failed(
          "POLL_DEADLINE",
          look + " had not answered by " + deadline + " that the work ended: " + seen + ".",
          true,
          Touched.MAYBE,
          extraction.values());
    }
    return again(call, following, deadline, extraction);
  }

  @Override
  public Cancellation cancel(Call call, Map<String, Object> handle) {
    return new Cancellation.CannotCancel(
        "Tencent Cloud began the work at the first call; this atom only looked at it and has"
            + " stopped.");
  }

  @Override
  public Optional<Recovery> recovery(Parameters parameters) {
    boolean reads = CloudRequest.READING.matcher(parameters.text("action", "")).matches();
    boolean again =
        parameters.flag("idempotent", reads) || CloudRequest.takesClientToken(parameters);
    return Optional.of(again ? Recovery.RERUN : Recovery.UNKNOWN);
  }

  @Override
  public List<Fault> check(Parameters parameters) {
    return ParameterCheck.faults(parameters);
  }

  /** Regions, of the service that is in the form. */
  @Override
  public List<Choice> options(OptionsCall call) throws CloudFailed {
    return new Regions(call).choices();
  }

  private static CloudApi api(Call call) throws CloudFailed {
    Parameters parameters = call.parameters();
    return CloudApi.of(
        call,
        Access.of(call.connection(Access.SYSTEM), parameters.text("service")),
        parameters.duration("timeout", DEFAULT_TIMEOUT));
  }

  private static Optional<Outcome> ended(
      Following following, CloudRequest look, Map<String, Object> response, Extraction extraction) {
    if (following.hasFailed(response)) {
      return Optional.of(
          new Outcome.Failed(
              "FAILED_OUTSIDE",
              look + " says that the work failed: " + following.failure().orElseThrow() + ".",
              true,
              Touched.YES,
              Map.of(RESPONSE, response)));
    }
    return following.until().holds(response)
        ? Optional.of(succeeded(response, extraction))
        : Optional.empty();
  }

  private static Outcome again(
      Call call, Following following, Instant deadline, Extraction extraction) {
    Duration left = Duration.between(call.clock().instant(), deadline);
    Duration interval = following.interval();
    Map<String, Object> handle =
        Map.of(DEADLINE, deadline.toString(), EXTRACTED, extraction.values());
    return new Outcome.Poll(
        left.isNegative() || interval.compareTo(left) < 0 ? interval : left,
        handle,
        following.until().toString(),
        extraction.values());
  }

  private static Outcome succeeded(Map<String, Object> response, Extraction extraction) {
    Optional<String> missing = extraction.firstMissing();
    if (missing.isPresent()) {
      return extraction.missing(missing.get());
    }
    Map<String, Object> outputs = new LinkedHashMap<>();
    outputs.put(RESPONSE, response);
    outputs.putAll(extraction.values());
    return new Outcome.Succeeded(outputs);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> extracted(Map<String, Object> handle) {
    return (Map<String, Object>) handle.get(EXTRACTED);
  }
}
