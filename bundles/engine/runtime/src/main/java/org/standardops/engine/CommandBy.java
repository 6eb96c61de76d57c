package org.standardops.engine;

import java.util.Optional;
import org.standardops.engine.port.AuditRecord;

/**
 * Who asks for a command.
 *
 * @param name of the person; goes into the event
 * @param audit written in the transaction of what the command changes; not at all where it changes
 *     nothing
 */
public record CommandBy(String name, Optional<AuditRecord> audit) {

  /** Without a record. */
  public CommandBy(String name) {
    this(name, Optional.empty());
  }
}
