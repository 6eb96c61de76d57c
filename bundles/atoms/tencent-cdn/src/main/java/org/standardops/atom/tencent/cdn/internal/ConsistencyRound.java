package org.standardops.atom.tencent.cdn.internal;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.standardops.atom.Call;
import org.standardops.atom.Http;
import org.standardops.atom.HttpFailed;
import org.standardops.atom.Outcome;
import org.standardops.atom.Touched;

/** One call's part of comparing URLs: as many as can be done in a moment. */
final class ConsistencyRound {

  static final Duration DEFAULT_INTERVAL = Duration.ofSeconds(5);
  static final Duration DEFAULT_DEADLINE = Duration.ofMinutes(10);
  private static final int MOST_A_CALL = 20;
  private static final Duration LONGEST_CALL = Duration.ofSeconds(10);
  private static final Duration TIMEOUT = Duration.ofMinutes(5);
  private static final int MOST_TO_TELL = 3;

  private final Call call;
  private final List<String> urls;
  private final List<Aspect> aspects;

  ConsistencyRound(Call call) {
    this.call = call;
    this.urls = call.parameters().texts("urls");
    this.aspects = Aspect.chosen(call.parameters());
  }

  Outcome next(ConsistencyState from) {
    ConsistencyState state = from;
    Origins origins = new Origins(call, from.origins());
    Instant until = call.clock().instant().plus(LONGEST_CALL);
    try {
      for (int compared = 0;
          !state.roundEnded() && compared < MOST_A_CALL && call.clock().instant().isBefore(until);
          compared++) {
        if (call.cancelled()) {
          break;
        }
        state = state.compared(compare(URI.create(urls.get(state.current())), origins));
        call.progress((double) state.consistent(urls.size()) / urls.size());
      }
    } catch (CannotCompare e) {
      return failed(e.code, e.getMessage(), false);
    } catch (CdnApiFailed e) {
      if (e.passing() && roundBeforeDeadline()) {
        return poll(interval(), state.with(origins.known()));
      }
      Outcome.Failed failed = e.asOutcome(Touched.NO);
      return failed(failed.code(), failed.reason(), failed.retryable());
    }
    return after(state.with(origins.known()));
  }

  private Outcome after(ConsistencyState state) {
    if (!state.roundEnded()) {
      return poll(Duration.ZERO, state);
    }
    if (state.differing().isEmpty()) {
      return new Outcome.Succeeded(report(state));
    }
    if (!roundBeforeDeadline()) {
      return new Outcome.Failed("INCONSISTENT", told(state), true, Touched.NO, report(state));
    }
    call.log().info(told(state));
    return poll(interval(), state.nextRound());
  }

  private boolean roundBeforeDeadline() {
    Duration deadline = call.parameters().duration("deadline", DEFAULT_DEADLINE);
    Instant next = call.clock().instant().plus(interval());
    return !next.isAfter(call.attemptStartedAt().plus(deadline));
  }

  private Duration interval() {
    return call.parameters().duration("interval", DEFAULT_INTERVAL);
  }

  private Outcome poll(Duration after, ConsistencyState state) {
    String detail =
        "%d of %d URLs consistent".formatted(state.consistent(urls.size()), urls.size());
    return new Outcome.Poll(after, state.handle(), detail);
  }

  private List<Map<String, Object>> compare(URI url, Origins origins)
      throws CannotCompare, CdnApiFailed {
    Origin origin = origins.of(url).orElseThrow(() -> CannotCompare.originUnknown(url));
    if (origin.isAt(url)) {
      throw CannotCompare.sameAddress(url, origin);
    }
    List<Map<String, Object>> differences = new ArrayList<>();
    Optional<Seen> edge = see("EDGE", url, url.getRawAuthority(), differences);
    Optional<Seen> source = see("ORIGIN", origin.at(url), origin.host(), differences);
    if (edge.isPresent() && source.isPresent()) {
      for (Aspect aspect : aspects) {
        String there = aspect.of(edge.get());
        String here = aspect.of(source.get());
        if (!there.equals(here)) {
          differences.add(difference(aspect.name(), there, here));
        }
      }
    }
    return differences;
  }

  /** Empty where a side cannot serve the URL at all, which makes a difference of its own. */
  private Optional<Seen> see(
      String side, URI uri, String host, List<Map<String, Object>> differences)
      throws CannotCompare {
    Map<String, String> headers = Map.of("Host", host, "Accept-Encoding", "identity");
    Http.Request request = new Http.Request("GET", uri, headers, new byte[0], TIMEOUT, false);
    String problem;
    try {
      Seen seen =
          call.http()
              .send(
                  request,
                  (status, received, body) -> Seen.of(status, received, body, call::cancelled));
      if (seen.status() < 500) {
        return Optional.of(seen);
      }
      problem = "answered " + seen.status();
    } catch (HttpFailed e) {
      if (e.code().equals("DESTINATION_REFUSED")) {
        throw new CannotCompare(e.code(), e.getMessage());
      }
      problem = e.getMessage();
    }
    boolean edge = side.equals("EDGE");
    differences.add(difference(side, edge ? problem : "", edge ? "" : problem));
    return Optional.empty();
  }

  private Map<String, Object> report(ConsistencyState state) {
    List<Map<String, Object>> report = new ArrayList<>();
    for (int i = 0; i < urls.size(); i++) {
      List<?> differences = state.differences(i);
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("url", urls.get(i));
      line.put("consistent", differences.isEmpty());
      line.put("differences", differences);
      report.add(line);
    }
    return Map.of("report", report);
  }

  private String told(ConsistencyState state) {
    List<Integer> differing = state.nextRound().pending();
    StringBuilder told = new StringBuilder();
    told.append(differing.size()).append(" of ").append(urls.size());
    told.append(" URLs differ between edge and origin:");
    differing.stream()
        .limit(MOST_TO_TELL)
        .forEach(i -> told.append(' ').append(urls.get(i)).append(told(state.differences(i))));
    if (differing.size() > MOST_TO_TELL) {
      told.append(" and ").append(differing.size() - MOST_TO_TELL).append(" more.");
    }
    return told.toString();
  }

  private static String told(List<?> differences) {
    StringBuilder told = new StringBuilder(" (");
    for (Object each : differences) {
      Map<?, ?> d = (Map<?, ?>) each;
      told.append(told.length() > 2 ? "; " : "").append(d.get("what")).append(": edge '");
      told.append(d.get("edge")).append("', origin '").append(d.get("origin")).append('\'');
    }
    return told.append(").").toString();
  }

  private static Map<String, Object> difference(String what, String edge, String origin) {
    return Map.of("what", what, "edge", edge, "origin", origin);
  }

  private static Outcome failed(String code, String reason, boolean retryable) {
    return new Outcome.Failed(code, reason, retryable, Touched.NO);
  }

  /** No retry of the comparison can mend it. */
  private static final class CannotCompare extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;

    CannotCompare(String code, String message) {
      super(message);
      this.code = code;
    }

    static CannotCompare originUnknown(URI url) {
      String host = url.getHost();
      return new CannotCompare(
          "ORIGIN_UNKNOWN",
          "Nobody knows the origin of the host "
              + host
              + ": give the parameter origin, or write 'origin."
              + host
              + " = scheme://host:port' or Tencent Cloud's secretId and secretKey to"
              + " etc/org.standardops.tencentcloud.cfg.");
    }

    static CannotCompare sameAddress(URI url, Origin origin) {
      return new CannotCompare(
          "SAME_ADDRESS",
          "Edge and origin of the host "
              + url.getHost()
              + " are at one address ("
              + origin.base()
              + "), so that comparing them shows nothing. Point origin at the server behind the"
              + " CDN, and the host's DNS at the CDN.");
    }
  }
}
