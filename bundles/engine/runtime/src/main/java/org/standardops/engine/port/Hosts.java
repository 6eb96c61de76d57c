package org.standardops.engine.port;

import java.util.List;
import org.standardops.atom.Host;
import org.standardops.model.BusinessId;

/** The hosts of businesses, as the configuration platform has them now. Thread-safe. */
public interface Hosts {

  /**
   * All hosts of a business; none where it is not known.
   *
   * @throws IllegalStateException while the platform is away
   */
  List<Host> of(BusinessId business);
}
