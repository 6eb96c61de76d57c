package org.standardops.atom.host.sample;

import java.util.Map;
import org.standardops.atom.Atom;
import org.standardops.atom.Call;
import org.standardops.atom.Outcome;

/** Cannot be made. */
public final class BrokenAtom implements Atom {

  public BrokenAtom() {
    throw new IllegalStateException("no licence");
  }

  @Override
  public Outcome start(Call call) {
    return new Outcome.Succeeded(Map.of());
  }
}
