package org.standardops.persistence.internal.process;

import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.standardops.model.BusinessId;
import org.standardops.model.ProcessId;
import org.standardops.model.process.ProcessType;
import org.standardops.persistence.internal.database.Cursors.Position;
import org.standardops.persistence.internal.database.Micros;
import org.standardops.services.port.ProcessStore.Summary;
import org.standardops.services.port.StoredProcess;

@Entity
@Table(name = "process")
public class ProcessRow {

  @Id private String id;
  private String business;

  @Column(name = "process_name")
  private String name;

  @Column(name = "process_type")
  private String type;

  private int revision;

  @Column(name = "created_by")
  private String createdBy;

  @Column(name = "created_at")
  private long createdAt;

  @Column(name = "updated_by")
  private String updatedBy;

  @Column(name = "updated_at")
  private long updatedAt;

  private long version;

  protected ProcessRow() {}

  /** With nothing published; {@link #show} follows. */
  ProcessRow(StoredProcess process) {
    id = process.id().value();
    business = process.business().value();
    createdBy = process.createdBy();
    createdAt = Micros.of(process.createdAt());
    version = process.version();
    update(process);
  }

  long version() {
    return version;
  }

  void touch(StoredProcess process) {
    update(process);
    version++;
  }

  private void update(StoredProcess process) {
    updatedBy = process.updatedBy();
    updatedAt = Micros.of(process.updatedAt());
  }

  /** What lists show of it from now on. */
  void show(StoredProcess process, int publishedRevision) {
    name = process.definition().name();
    type = process.definition().type().name();
    revision = publishedRevision;
  }

  /** The published revision; 0 where there is none. */
  int revision() {
    return revision;
  }

  StoredProcess toProcess(RevisionRow definition) {
    return new StoredProcess(
        new ProcessId(id),
        new BusinessId(business),
        definition.isDraft() ? revision : definition.revision(),
        published(),
        definition.definition(),
        definition.majors(),
        definition.isDraft(),
        createdBy,
        Micros.toInstant(createdAt),
        definition.savedBy(),
        definition.savedAt(),
        version);
  }

  Summary toSummary() {
    return new Summary(
        new ProcessId(id),
        new BusinessId(business),
        name,
        ProcessType.valueOf(type),
        revision,
        published(),
        createdBy,
        Micros.toInstant(createdAt),
        updatedBy,
        Micros.toInstant(updatedAt));
  }

  Position position() {
    return new Position(createdAt, id);
  }

  private Optional<Integer> published() {
    return revision == 0 ? Optional.empty() : Optional.of(revision);
  }
}
