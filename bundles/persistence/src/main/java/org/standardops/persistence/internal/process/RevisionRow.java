package org.standardops.persistence.internal.process;

import java.io.Serializable;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Lob;
import javax.persistence.Table;
import org.standardops.json.JsonCodec;
import org.standardops.model.process.ProcessDefinition;
import org.standardops.persistence.internal.database.Micros;
import org.standardops.services.port.ProcessStore.Revision;
import org.standardops.services.port.StoredProcess;

/** A definition of a process: a published revision, or the draft. */
@Entity
@Table(name = "process_revision")
@IdClass(RevisionRow.Key.class)
public class RevisionRow {

  static final int DRAFT = Revision.DRAFT;

  private static final JsonCodec JSON = new JsonCodec();

  @Id private String process;
  @Id private int revision;

  @Lob private byte[] definition;
  @Lob private byte[] majors;

  private String remark;

  @Column(name = "saved_by")
  private String savedBy;

  @Column(name = "saved_at")
  private long savedAt;

  protected RevisionRow() {}

  RevisionRow(StoredProcess process, int revision, String remark) {
    this.process = process.id().value();
    this.revision = revision;
    this.remark = remark;
    definition = JSON.write(process.definition());
    majors = JSON.write(new Majors(process.majors()));
    savedBy = process.updatedBy();
    savedAt = Micros.of(process.updatedAt());
  }

  int revision() {
    return revision;
  }

  boolean isDraft() {
    return revision == DRAFT;
  }

  String savedBy() {
    return savedBy;
  }

  Instant savedAt() {
    return Micros.toInstant(savedAt);
  }

  Revision toRevision() {
    return new Revision(revision, savedBy, savedAt(), remark);
  }

  ProcessDefinition definition() {
    return JSON.read(definition, ProcessDefinition.class);
  }

  Map<String, Integer> majors() {
    return JSON.read(majors, Majors.class).byNode();
  }

  /** As JSON. */
  record Majors(Map<String, Integer> byNode) {}

  /** The primary key. */
  public static class Key implements Serializable {

    private static final long serialVersionUID = 1L;

    public String process;
    public int revision;

    public Key() {}

    Key(String process, int revision) {
      this.process = process;
      this.revision = revision;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && Objects.equals(process, key.process)
          && revision == key.revision;
    }

    @Override
    public int hashCode() {
      return Objects.hash(process, revision);
    }
  }
}
