package org.standardops.atom.job.internal;

import java.time.Duration;
import java.time.Instant;

/**
 * How far the work at one host is.
 *
 * @param offset bytes of output that were read
 * @param troubles failed tries in a row
 * @param troubledSince when they began, in seconds; 0 for none
 */
record HostProgress(Phase phase, long offset, int troubles, long troubledSince) {

  /** In a handle by its letter. */
  enum Phase {
    /** Nothing was begun. */
    TO_START('T'),
    /** It may have been begun: beginning it again is safe, calling it not begun is not. */
    MAY_RUN('M'),
    /** It was begun, and is looked at. */
    RUNNING('R'),
    /** Its result is known; what is left of it at the host goes. */
    ENDED('E'),
    /** Nothing is left to do. */
    DONE('D');

    private final char letter;

    Phase(char letter) {
      this.letter = letter;
    }

    char letter() {
      return letter;
    }

    static Phase of(char letter) {
      for (Phase phase : values()) {
        if (phase.letter == letter) {
          return phase;
        }
      }
      throw new IllegalArgumentException("Unknown phase: " + letter);
    }
  }

  static HostProgress at(Phase phase) {
    return new HostProgress(phase, 0, 0, 0);
  }

  /** In this phase, without troubles. */
  HostProgress to(Phase next) {
    return new HostProgress(next, offset, 0, 0);
  }

  /** Whether it really shows itself is still to be seen, so troubles stay. */
  HostProgress begun() {
    return new HostProgress(Phase.RUNNING, offset, troubles, troubledSince);
  }

  HostProgress read(long newOffset) {
    return new HostProgress(phase, newOffset, 0, 0);
  }

  HostProgress troubled(Phase next, Instant now) {
    return new HostProgress(
        next, offset, troubles + 1, troubles == 0 ? now.getEpochSecond() : troubledSince);
  }

  boolean troubledFor(Duration time, Instant now) {
    return troubles > 0 && now.getEpochSecond() - troubledSince >= time.toSeconds();
  }
}
