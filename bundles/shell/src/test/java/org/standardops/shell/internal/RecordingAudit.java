package org.standardops.shell.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.standardops.engine.port.AuditRecord;
import org.standardops.model.Page;
import org.standardops.services.AuditService;
import org.standardops.services.Caller;
import org.standardops.services.port.AuditStore;

/** Keeps what it is told as sentences. */
final class RecordingAudit implements AuditService {

  final List<String> recorded = new ArrayList<>();

  @Override
  public void note(Caller caller, Note note) {
    recorded.add(
        note.outcome()
            + " "
            + note.operation()
            + " "
            + note.resource()
            + " by "
            + caller.name()
            + " from "
            + caller.address());
  }

  @Override
  public Page<AuditRecord> list(Caller caller, AuditStore.Filter filter, Page.Request page) {
    return new Page<>(List.of(), Optional.empty());
  }
}
