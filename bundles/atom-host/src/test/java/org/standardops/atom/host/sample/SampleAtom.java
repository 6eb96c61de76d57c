package org.standardops.atom.host.sample;

import java.util.List;
import java.util.Map;
import org.standardops.atom.Atom;
import org.standardops.atom.Call;
import org.standardops.atom.Fault;
import org.standardops.atom.Outcome;
import org.standardops.atom.Parameters;

/** An atom for the bundles that tests build. */
public final class SampleAtom implements Atom {

  @Override
  public Outcome start(Call call) {
    return new Outcome.Succeeded(Map.of());
  }

  @Override
  public List<Fault> check(Parameters parameters) {
    return parameters.text("text", "").equals("odd")
        ? List.of(new Fault("/text", "ODD", "Take another."))
        : List.of();
  }
}
