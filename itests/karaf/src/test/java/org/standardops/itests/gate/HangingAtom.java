package org.standardops.itests.gate;

import java.util.Map;
import java.util.concurrent.Semaphore;
import org.standardops.atom.Atom;
import org.standardops.atom.Call;
import org.standardops.atom.Outcome;

/** Cannot be made: its constructor never returns, whoever asks it to. */
public final class HangingAtom implements Atom {

  public HangingAtom() {
    new Semaphore(0).acquireUninterruptibly();
  }

  @Override
  public Outcome start(Call call) {
    return new Outcome.Succeeded(Map.of());
  }
}
