package org.standardops.services.fake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.standardops.engine.port.AuditRecord;
import org.standardops.model.Page;
import org.standardops.services.port.AuditStore;

/** Records, newest first, whatever the filter. */
public final class InMemoryAuditStore implements AuditStore {

  private final List<AuditRecord> records = new ArrayList<>();

  public List<AuditRecord> records() {
    return records;
  }

  @Override
  public void add(AuditRecord record) {
    records.add(0, record);
  }

  @Override
  public Optional<AuditRecord> latest(String resource) {
    return records.stream()
        .filter(record -> record.resource().equals(resource))
        .filter(record -> record.outcome() == AuditRecord.Outcome.DONE)
        .findFirst();
  }

  @Override
  public int remove(Instant before, int limit) {
    List<AuditRecord> old =
        records.stream().filter(record -> record.at().isBefore(before)).limit(limit).toList();
    records.removeAll(old);
    return old.size();
  }

  @Override
  public Page<AuditRecord> list(Filter filter, Page.Request page) {
    return Pages.of(records, AuditRecord::id, page);
  }
}
