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

  /** Who made it, and what. */
  public record Noted(Caller caller, Note note) {}

  private final List<Noted> notes = new CopyOnWriteArrayList<>();

  public List<Noted> notes() {
    return notes;
  }

  @Override
  public void note(Caller caller, Note note) {
    notes.add(new Noted(caller, note));
  }

  @Override
  public Page<AuditRecord> list(Caller caller, AuditStore.Filter filter, Page.Request page) {
    return new Page<>(
        notes.stream()
            .filter(noted -> filter.what().map(noted.note().operation()::equals).orElse(true))
            .map(
                noted ->
                    new AuditRecord(
                        "id",
                        Instant.EPOCH,
                        noted.caller().name(),
                        "NONE",
                        noted.caller().address(),
                        noted.note().operation(),
                        noted.note().resource(),
                        noted.note().business(),
                        noted.note().outcome(),
                        Optional.empty(),
                        noted.note().after()))
            .toList(),
        Optional.empty());
  }
}
