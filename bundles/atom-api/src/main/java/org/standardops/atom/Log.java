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

  /** A part of the log of its own, such as one host's output; readable by name. */
  Log section(String name);
}
