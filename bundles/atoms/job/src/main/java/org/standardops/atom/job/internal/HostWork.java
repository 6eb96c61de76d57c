package org.standardops.atom.job.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.standardops.atom.Business;
import org.standardops.atom.Call;
import org.standardops.atom.Choice;
import org.standardops.atom.Fault;
import org.standardops.atom.Host;
import org.standardops.atom.OptionsCall;
import org.standardops.atom.Outcome;
import org.standardops.atom.Parameters;
import org.standardops.atom.Search;
import org.standardops.atom.Touched;
import org.standardops.atom.job.internal.HostProgress.Phase;

/** What work at hosts has in common before the first of them is asked. */
final class HostWork {

  static final Duration AGAIN = Duration.ofSeconds(5);

  private HostWork() {}

  /** Goes on where it was, once the platform is back. */
  static Outcome later(Map<String, Object> handle, HostsUnavailable e) {
    return new Outcome.Poll(AGAIN, handle, String.valueOf(e.getMessage()));
  }

  /** Checks every host again, puts earlier results in their place, and asks no host yet. */
  static Outcome begin(Call call, Phase phase, String word) {
    List<Fault> faults;
    try {
      faults =
          Targets.of(call).stream().map(Targets.Resolved::fault).flatMap(Optional::stream).toList();
    } catch (HostsUnavailable e) {
      return new Outcome.Failed("HOSTS_UNAVAILABLE", e.getMessage(), true, Touched.NO);
    }
    if (!faults.isEmpty()) {
      return new Outcome.Failed(
          faults.get(0).code(),
          faults.stream().limit(20).map(Fault::message).collect(Collectors.joining(" ")),
          false,
          Touched.NO);
    }
    List<String> names = call.parameters().texts("hosts");
    Ledger before = Ledger.of(call.checkpoint());
    Ledger ledger =
        call.parameters().flag("onlyFailedHosts", false)
            ? before.succeededOnly(call.intentKey())
            : Ledger.empty(call.intentKey());
    call.saveCheckpoint(ledger.checkpoint());
    Progress progress = progress(names, ledger, phase, Phase.DONE);
    if (progress.isDone()) {
      call.log().info("All " + names.size() + " hosts had succeeded before.");
      return new Outcome.Succeeded(ledger.outputs(names));
    }
    if (progress.ended() > 0) {
      call.log().info(progress.ended() + " hosts had succeeded before and are left alone.");
    }
    return new Outcome.Poll(
        Duration.ZERO, progress.handle(), word + " on " + names.size() + " hosts");
  }

  /** Where it was begun for the same intent, what has its result is only cleared up after. */
  static Search find(Call call) {
    List<String> names = call.parameters().texts("hosts");
    Ledger ledger = Ledger.of(call.checkpoint());
    if (!ledger.intent().equals(call.intentKey())) {
      ledger = Ledger.empty(call.intentKey());
      call.saveCheckpoint(ledger.checkpoint());
    }
    return new Search.Found(progress(names, ledger, Phase.MAY_RUN, Phase.ENDED).handle());
  }

  private static Progress progress(List<String> names, Ledger ledger, Phase open, Phase known) {
    return new Progress(
        names.stream()
            .map(name -> HostProgress.at(ledger.result(name).isPresent() ? known : open))
            .toList(),
        0);
  }

  static List<Fault> check(List<Fault> others, Parameters parameters, Business business) {
    List<Fault> faults = new ArrayList<>(others);
    JobSettings settings = JobSettings.of(business.connection(JobSettings.SYSTEM));
    try {
      faults.addAll(Targets.faults(parameters, business.hosts(), settings.anyHost()));
    } catch (IllegalStateException e) {
      // The platform is away: the call itself looks again.
    }
    return List.copyOf(faults);
  }

  static List<Choice> options(OptionsCall call) {
    String query = call.query().strip().toLowerCase(Locale.ROOT);
    return call.business().hosts().stream()
        .filter(host -> words(host).anyMatch(word -> word.toLowerCase(Locale.ROOT).contains(query)))
        .limit(OptionsCall.MOST + 1L)
        .map(host -> Choice.of(name(host), label(host)))
        .toList();
  }

  private static Stream<String> words(Host host) {
    return Stream.concat(Stream.of(name(host), host.name()), host.groups().stream());
  }

  private static String name(Host host) {
    String bare = host.host();
    return host.port() == HostName.SSH_PORT
        ? bare
        : (bare.indexOf(':') >= 0 ? "[" + bare + "]" : bare) + ":" + host.port();
  }

  private static String label(Host host) {
    String text = host.name().isEmpty() ? name(host) : host.name() + " (" + name(host) + ")";
    return host.groups().isEmpty() ? text : text + " · " + String.join(", ", host.groups());
  }
}
