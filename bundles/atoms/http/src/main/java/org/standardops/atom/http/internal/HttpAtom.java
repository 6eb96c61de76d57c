package org.standardops.atom.http.internal;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.standardops.atom.Answer;
import org.standardops.atom.Atom;
import org.standardops.atom.AtomCode;
import org.standardops.atom.Call;
import org.standardops.atom.Cancellation;
import org.standardops.atom.Fault;
import org.standardops.atom.Http;
import org.standardops.atom.HttpFailed;
import org.standardops.atom.Outcome;
import org.standardops.atom.Parameters;
import org.standardops.atom.Recovery;
import org.standardops.atom.Touched;
import org.standardops.atom.answer.Extraction;

/**
 * Calls any HTTP API once, and may then look at another URL until the work that it began there has
 * ended, or wait until the API calls back.
 */
@Component
@AtomCode("http")
public final class HttpAtom implements Atom {

  private static final String DEADLINE = "deadline";
  private static final String EXTRACTED = "extracted";
  private static final String STATUS = "status";

  @Override
  public Outcome start(Call call) {
    Optional<Awaited> awaited = Awaited.of(call.parameters());
    ApiRequest request =
        ApiRequest.of(
            awaited.isPresent()
                ? Awaited.addressed(call.parameters(), call.callbackUrl())
                : call.parameters());
    ApiAnswer answer;
    try {
      answer = send(call, request.asHttp());
    } catch (HttpFailed e) {
      return e.asOutcome();
    }
    if (!request.expectStatus().contains(answer.status())) {
      return Refusals.unexpected(request.label(), request.readOnly(), answer);
    }
    if (answer.broken().isPresent()) {
      return Refusals.broken(request.label(), request, answer);
    }
    Extraction extraction = Extraction.of(call.parameters()).from(answer.body());
    if (awaited.isPresent()) {
      return new Outcome.AwaitCallback(
          Map.of(STATUS, answer.status(), EXTRACTED, extraction.values()),
          awaited.get().deadline(),
          "the API's answer to " + request.label());
    }
    Optional<Following> following = Following.of(call.parameters());
    return following.isPresent()
        ? follow(call, following.get(), extraction)
        : succeeded(answer, extraction);
  }

  @Override
  public Outcome poll(Call call, Map<String, Object> handle) {
    Following following = Following.of(call.parameters()).orElseThrow();
    Extraction extraction = Extraction.of(call.parameters()).with(extracted(handle));
    URI uri = following.uri(extraction.values());
    Instant deadline = Instant.parse((String) handle.get(DEADLINE));
    String label = "GET " + ApiRequest.withoutQuery(uri);
    String seen;
    try {
      ApiAnswer answer = send(call, ApiRequest.of(call.parameters()).look(uri));
      if (answer.status() / 100 == 2 && answer.broken().isPresent()) {
        seen = "JSON that cannot be read";
        call.log().warn(label + " answered JSON that cannot be read; it is asked again.");
      } else if (answer.status() / 100 == 2) {
        if (following.hasFailed(answer.body())) {
          return Refusals.saysFailed(label, following.failure().orElseThrow(), answer);
        }
        if (following.hasEnded(answer.body())) {
          return succeeded(answer, extraction.from(answer.body()));
        }
        seen = "not yet " + following.until();
      } else if (Refusals.passing(answer.status())) {
        seen = "status " + answer.status();
        call.log().warn(label + " answered " + answer.status() + "; it is asked again.");
      } else {
        return Refusals.lostSight(label, answer);
      }
    } catch (HttpFailed e) {
      if (!e.retryable()) {
        return new Outcome.Failed(e.code(), e.getMessage(), false, Touched.MAYBE);
      }
      seen = e.getMessage();
      call.log().warn(e.getMessage() + " It is asked again.");
    }
    if (!call.clock().instant().isBefore(deadline)) {
      return new Outcome.Failed(
          "POLL_DEADLINE",
          label + " had not answered by " + deadline + " that the work ended: " + seen + ".",
          true,
          Touched.MAYBE,
          extraction.values());
    }
    return again(call, following, deadline, extraction);
  }

  @Override
  public Outcome resume(Call call, Map<String, Object> handle, Answer answer) {
    Object body = ((Answer.Callback) answer).body();
    Awaited awaited = Awaited.of(call.parameters()).orElseThrow();
    if (awaited.hasFailed(body)) {
      return Refusals.callbackSaysFailed(awaited.failure().orElseThrow(), body);
    }
    int status = ((Number) handle.get(STATUS)).intValue();
    Extraction extraction = Extraction.of(call.parameters()).with(extracted(handle)).from(body);
    return succeeded(new ApiAnswer(status, Map.of(), body, Optional.empty()), extraction);
  }

  @Override
  public Cancellation cancel(Call call, Map<String, Object> handle) {
    return new Cancellation.CannotCancel(
        "The API began the work at the first call; this atom only looked at it, or waited, and has"
            + " stopped.");
  }

  @Override
  public Optional<Recovery> recovery(Parameters parameters) {
    return Optional.of(ApiRequest.idempotent(parameters) ? Recovery.RERUN : Recovery.UNKNOWN);
  }

  @Override
  public List<Fault> check(Parameters parameters) {
    return ParameterCheck.faults(parameters);
  }

  private static ApiAnswer send(Call call, Http.Request request) throws HttpFailed {
    String label = request.method() + " " + ApiRequest.withoutQuery(request.uri());
    call.log().info(label);
    ApiAnswer answer = ApiAnswer.of(call.http().send(request));
    call.log().info(label + " answered " + answer.status());
    return answer;
  }

  private static Outcome follow(Call call, Following following, Extraction extraction) {
    Optional<String> unfilled = following.unfilled(extraction.values());
    if (unfilled.isPresent()) {
      return extraction.missing(unfilled.get());
    }
    Instant deadline = call.clock().instant().plus(following.deadline());
    return again(call, following, deadline, extraction);
  }

  private static Outcome again(
      Call call, Following following, Instant deadline, Extraction extraction) {
    Duration left = Duration.between(call.clock().instant(), deadline);
    Duration wait =
        left.isNegative() || following.interval().compareTo(left) < 0 ? following.interval() : left;
    Map<String, Object> handle =
        Map.of(DEADLINE, deadline.toString(), EXTRACTED, extraction.values());
    return new Outcome.Poll(wait, handle, following.until().toString(), extraction.values());
  }

  private static Outcome succeeded(ApiAnswer answer, Extraction extraction) {
    Optional<String> missing = extraction.firstMissing();
    if (missing.isPresent()) {
      return extraction.missing(missing.get());
    }
    Map<String, Object> outputs = new LinkedHashMap<>();
    outputs.put(STATUS, answer.status());
    outputs.put("headers", answer.headers());
    outputs.put("body", answer.body());
    outputs.putAll(extraction.values());
    return new Outcome.Succeeded(outputs);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> extracted(Map<String, Object> handle) {
    return (Map<String, Object>) handle.get(EXTRACTED);
  }
}
