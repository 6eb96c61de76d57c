package org.standardops.atom.tencent.cdn.internal;

import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.standardops.atom.Atom;
import org.standardops.atom.AtomCode;
import org.standardops.atom.Call;
import org.standardops.atom.Cancellation;
import org.standardops.atom.Fault;
import org.standardops.atom.Outcome;
import org.standardops.atom.Parameters;
import org.standardops.atom.Search;

/**
 * Has Tencent Cloud's CDN fetch URLs from the origin before anybody asks for them; on demand drops
 * what it holds of them first. A lost answer is looked up by time and URLs, so that no task is made
 * twice.
 */
@Component
@AtomCode("tencent-cdn-prefetch")
public final class PrefetchAtom implements Atom {

  @Override
  public Outcome start(Call call) {
    return next(call, first(call, false));
  }

  @Override
  public Outcome poll(Call call, Map<String, Object> handle) {
    return next(call, PrefetchState.of(handle));
  }

  /** Nothing is asked yet: the polls that follow look for each task before they would make it. */
  @Override
  public Search find(Call call) {
    return new Search.Found(first(call, true).handle());
  }

  @Override
  public Cancellation cancel(Call call, Map<String, Object> handle) {
    PrefetchState state = PrefetchState.of(handle);
    return switch (state.touched()) {
      case NO, YES -> new Cancellation.Cancelled();
      case MAYBE ->
          new Cancellation.CannotCancel(
              "Tencent Cloud has no call that stops a "
                  + state.phase().kind().word()
                  + ": what it has begun goes on there, tasks "
                  + state.tasks()
                  + ".");
    };
  }

  @Override
  public List<Fault> check(Parameters parameters) {
    return new ParameterCheck(parameters)
        .urls()
        .duration("deadline", 60, 7 * 24 * 60 * 60)
        .faults();
  }

  private static PrefetchState first(Call call, boolean lookFirst) {
    return PrefetchState.first(
        call.parameters().flag("forceRefresh", false), call.intentStartedAt(), lookFirst);
  }

  private static Outcome next(Call call, PrefetchState state) {
    try {
      return new PrefetchWork(call, new CdnApi(call, Access.of(call))).next(state);
    } catch (CdnApiFailed e) {
      return e.asOutcome(state.touched());
    }
  }
}
