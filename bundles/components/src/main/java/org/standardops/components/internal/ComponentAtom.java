package org.standardops.components.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.standardops.atom.Atom;
import org.standardops.atom.Call;
import org.standardops.atom.Fault;
import org.standardops.atom.Http;
import org.standardops.atom.HttpFailed;
import org.standardops.atom.Outcome;
import org.standardops.atom.Parameters;
import org.standardops.atom.Touched;
import org.standardops.atom.answer.Extraction;
import org.standardops.atom.answer.JsonBytes;

/** Calls one operation of a component once. */
record ComponentAtom(Definition component, ApiOperation operation) implements Atom {

  private static final Duration LONGEST = Duration.ofMinutes(10);

  /** Time-out, conflict, locked, too early, too many. */
  private static final Set<Integer> PASSING = Set.of(408, 409, 423, 425, 429);

  private static final int MOST_TO_TELL = 1_000;

  @Override
  public Outcome start(Call call) {
    try {
      Http.Request request = new ComponentRequest(component, operation).of(call);
      call.log().info(label());
      Http.Response answer = call.http().send(request);
      call.log().info(label() + " answered " + answer.status());
      return outcome(answer, Extraction.of(call.parameters()));
    } catch (ComponentRequest.Impossible e) {
      return new Outcome.Failed(e.code(), e.getMessage(), false, Touched.NO);
    } catch (HttpFailed e) {
      return new Outcome.Failed(
          e.code(), e.getMessage(), e.retryable(), operation.readOnly() ? Touched.NO : e.touched());
    }
  }

  private Outcome outcome(Http.Response answer, Extraction wanted) {
    int status = answer.status();
    if (status / 100 != 2) {
      return failed(
          "HTTP_STATUS",
          "answered " + status + said(answer),
          PASSING.contains(status) || status / 100 == 5,
          status / 100 == 4 ? Touched.NO : Touched.MAYBE);
    }
    Object body;
    try {
      body = body(answer);
    } catch (IOException e) {
      return failed(
          "BROKEN_ANSWER",
          "answered " + status + " and JSON that cannot be read: " + firstLine(e.getMessage()),
          operation.readOnly(),
          Touched.YES);
    }
    if (component.kind() == Definition.Kind.BLUEKING
        && body instanceof Map<?, ?> envelope
        && Boolean.FALSE.equals(envelope.get("result"))) {
      return failed(
          "FAILED_OUTSIDE",
          "says that it failed: "
              + envelope.get("message")
              + " (code "
              + envelope.get("code")
              + ")",
          false,
          Touched.MAYBE);
    }
    Extraction extraction = wanted.from(body);
    Optional<String> missing = extraction.firstMissing();
    return missing.isPresent()
        ? extraction.missing(missing.get())
        : new Outcome.Succeeded(outputs(status, body, extraction));
  }

  private Map<String, Object> outputs(int status, Object body, Extraction extraction) {
    Map<String, Object> outputs = new LinkedHashMap<>();
    if (body instanceof Map<?, ?> object) {
      Map<String, Object> known = Document.object(operation.outputs(), "properties");
      object.forEach(
          (name, value) -> {
            if (known.containsKey(String.valueOf(name))) {
              outputs.put(String.valueOf(name), value);
            }
          });
    }
    outputs.put("status", status);
    outputs.put(ApiOperation.BODY, body);
    outputs.putAll(extraction.values());
    return outputs;
  }

  private Outcome.Failed failed(String code, String what, boolean retryable, Touched touched) {
    return new Outcome.Failed(
        code, label() + " " + what + ".", retryable, operation.readOnly() ? Touched.NO : touched);
  }

  private String label() {
    return component.name() + " " + operation.id();
  }

  private static Object body(Http.Response answer) throws IOException {
    if (answer.body().length == 0) {
      return null;
    }
    boolean json =
        answer
            .header("content-type")
            .map(type -> type.toLowerCase(Locale.ROOT).contains("json"))
            .orElse(true);
    return json ? JsonBytes.read(answer.body()) : new String(answer.body(), StandardCharsets.UTF_8);
  }

  private static String said(Http.Response answer) {
    String text = new String(answer.body(), StandardCharsets.UTF_8).strip();
    return text.isEmpty()
        ? " without a body"
        : ": " + text.substring(0, Math.min(text.length(), MOST_TO_TELL));
  }

  private static String firstLine(String text) {
    return String.valueOf(text).lines().findFirst().orElse("");
  }

  @Override
  public List<Fault> check(Parameters parameters) {
    if (parameters.find(ApiOperation.TIMEOUT).orElse(null) instanceof String text
        && !text.contains("${")) {
      try {
        Duration timeout = Duration.parse(text);
        if (timeout.compareTo(Duration.ofSeconds(1)) >= 0 && timeout.compareTo(LONGEST) <= 0) {
          return List.of();
        }
      } catch (DateTimeException e) {
        // Told below.
      }
      return List.of(
          new Fault(
              "/" + ApiOperation.TIMEOUT,
              "INVALID",
              "'" + text + "' is not between PT1S and PT10M."));
    }
    return List.of();
  }
}
