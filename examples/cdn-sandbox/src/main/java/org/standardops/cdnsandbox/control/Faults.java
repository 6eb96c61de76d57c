package org.standardops.cdnsandbox.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults that were asked for and did not come yet, and the calls that are held now. */
public final class Faults {
  private final List<Fault> pending = new ArrayList<>();
  private final List<String> held = new ArrayList<>();
  private int releases;

  synchronized void add(Fault fault) {
    pending.add(fault);
  }

  /** Uses up one time of the first fault that meets the action. */
  public synchronized Optional<Fault> take(String action) {
    for (int i = 0; i < pending.size(); i++) {
      Fault fault = pending.get(i);
      if (fault.meets(action)) {
        if (fault.times() == 1) {
          pending.remove(i);
        } else {
          pending.set(i, fault.once());
        }
        return Optional.of(fault);
      }
    }
    return Optional.empty();
  }

  /** Returns when the held calls are released, or the server ends. */
  public synchronized void hold(String action) {
    int before = releases;
    held.add(action);
    try {
      while (releases == before) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      held.remove(action);
    }
  }

  /** Lets all held calls be answered; says how many. */
  synchronized int release() {
    releases++;
    notifyAll();
    return held.size();
  }

  synchronized List<Fault> pending() {
    return List.copyOf(pending);
  }

  synchronized List<String> held() {
    return List.copyOf(held);
  }

  synchronized void clear() {
    pending.clear();
  }
}
