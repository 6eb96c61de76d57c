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

/**
 * Compares what the CDN's edge and the origin serve for each URL, again and again until nothing
 * differs or the deadline has come.
 */
@Component
@AtomCode("cdn-consistency")
public final class ConsistencyAtom implements Atom {

  @Override
  public Outcome start(Call call) {
    int urls = call.parameters().texts("urls").size();
    return new ConsistencyRound(call).next(ConsistencyState.first(urls));
  }

  @Override
  public Outcome poll(Call call, Map<String, Object> handle) {
    return new ConsistencyRound(call).next(ConsistencyState.of(handle));
  }

  @Override
  public Cancellation cancel(Call call, Map<String, Object> handle) {
    return new Cancellation.Cancelled();
  }

  @Override
  public List<Fault> check(Parameters parameters) {
    return new ParameterCheck(parameters)
        .urls()
        .origin()
        .duration("interval", 1, 60 * 60)
        .duration("deadline", 0, 24 * 60 * 60)
        .faults();
  }
}
