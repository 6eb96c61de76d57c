package org.standardops.atom.host.sample;

import java.util.Map;
import java.util.concurrent.Semaphore;
import org.standardops.atom.Atom;
import org.standardops.atom.Call;
import org.standardops.atom.Outcome;

/** Waits in its constructor for what never comes, and hears nobody who tells it to stop. */
public final class HangingAtom implements Atom {

  public HangingAtom() {
    new Semaphore(0).acquireUninterruptibly();
  }

  @Override
  public Outcome start(Call call) {
    return new Outcome.Succeeded(Map.of());
  }
}
