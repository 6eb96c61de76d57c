package org.standardops.atom;

import org.osgi.annotation.versioning.ProviderType;

/**
 * The log of a node, for people. Secrets are masked. Lines are cut at 16 KiB; a log over its limit
 * is cut with a clear mark. Safe from threads of the atom until the call returns.
 */
@ProviderType
public interface Log {

  void info(String line);

  void warn(String line);

  void error(String line);

  /**
   * A part of the log of its own, such as one host's output; readable by name, and with all else in
   * the whole log. A call writes to at most 1,000 sections; what is meant for more goes into the
   * main log.
   *
   * @param name 1 to 200 characters on one line; longer ones are cut
   */
  Log section(String name);
}
