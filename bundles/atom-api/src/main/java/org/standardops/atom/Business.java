package org.standardops.atom;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** The business that an atom is asked for, as far as it may be looked at without a call. */
@ProviderType
public interface Business {

  /** Id of the business. */
  String id();

  /**
   * The business's own hosts, and no others. Asked from the configuration platform at the first
   * use, so it may take as long as one exchange with that.
   *
   * @throws IllegalStateException while the platform is away
   */
  List<Host> hosts();

  /** As {@link Call#connection}. */
  Map<String, String> connection(String system);
}
