package org.standardops.examples.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Tells what happens, a line at a time, each with the seconds since the demo began. */
final class Story {

  private final PrintStream out;
  private final Instant begin;

  Story(PrintStream out, Instant begin) {
    this.out = out;
    this.begin = begin;
  }

  void tell(String format, Object... arguments) {
    double seconds = Duration.between(begin, Instant.now()).toMillis() / 1000.0;
    out.println(
        String.format(Locale.ROOT, "%7.1f s  ", seconds)
            + String.format(Locale.ROOT, format, arguments));
    out.flush();
  }
}
