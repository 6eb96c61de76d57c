package org.standardops.rest.fake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.standardops.engine.port.AuditRecord;
import org.standardops.model.Page;
import org.standardops.services.AuditService;
import org.standardops.services.Caller;
import org.standardops.services.port.AuditStore;

/** Keeps what it is told, newest last, and shows it to anyone. */
public final class FakeAudit implements AuditService {

  private final List<Note> notes = new CopyOnWriteArrayList<>();

  public List<Note> notes() {
    return notes;
  }

  @Override
  public void note(Note note) {
    notes.add(note);
  }

  @Override
  public Page<AuditRecord> list(Caller caller, AuditStore.Filter filter, Page.Request page) {
    return new Page<>(
        notes.stream()
            .filter(note -> filter.what().map(note.operation()::equals).orElse(true))
            .map(
                note ->
                    new AuditRecord(
                        "id",
                        Instant.EPOCH,
                        note.caller().name(),
                        "NONE",
                        note.caller().address(),
                        note.operation(),
                        note.resource(),
                        note.business(),
                        note.outcome(),
                        Optional.empty(),
                        note.after()))
            .toList(),
        Optional.empty());
  }
}
