package org.standardops.rest.process;

import java.util.Optional;
import org.standardops.services.port.ProcessUse;

/**
 * Something that needs a process.
 *
 * @param state empty: it has none
 */
public record ProcessUseView(ProcessUse.Kind kind, String id, String name, Optional<String> state) {

  static ProcessUseView of(ProcessUse use) {
    return new ProcessUseView(
        use.kind(),
        use.id(),
        use.name(),
        use.state().isEmpty() ? Optional.empty() : Optional.of(use.state()));
  }
}
