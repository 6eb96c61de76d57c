package org.standardops.persistence.internal.secret;

import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Lob;
import javax.persistence.Table;
import org.standardops.model.TaskId;
import org.standardops.persistence.internal.database.Micros;
import org.standardops.services.port.SecretStore.Entry;

@Entity
@Table(name = "secret")
@IdClass(SecretRow.Key.class)
public class SecretRow {

  static final String TASK = "TASK";
  static final String DEFINITION = "DEFINITION";

  @Id private String business;

  @Id
  @Column(name = "secret_name")
  private String name;

  @Lob private byte[] sealed;

  @Column(name = "changed_by")
  private String changedBy;

  @Column(name = "changed_at")
  private long changedAt;

  @Column(name = "held_by")
  private String heldBy;

  private Long task;

  protected SecretRow() {}

  SecretRow(String business, String name, byte[] sealed, String by, Instant at) {
    this.business = business;
    this.name = name;
    this.sealed = sealed.clone();
    changedBy = by;
    changedAt = Micros.of(at);
  }

  /** What was entered for a variable of a task, or of a definition. */
  SecretRow heldBy(Optional<TaskId> holder) {
    heldBy = holder.isPresent() ? TASK : DEFINITION;
    task = holder.map(TaskId::value).orElse(null);
    return this;
  }

  void reseal(byte[] anew) {
    sealed = anew.clone();
  }

  Key key() {
    return new Key(business, name);
  }

  byte[] sealed() {
    return sealed.clone();
  }

  Entry toEntry() {
    return new Entry(name, changedBy, Micros.toInstant(changedAt));
  }

  /** The primary key. */
  public static class Key implements Serializable {

    private static final long serialVersionUID = 1L;

    public String business;
    public String name;

    public Key() {}

    Key(String business, String name) {
      this.business = business;
      this.name = name;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && Objects.equals(business, key.business)
          && Objects.equals(name, key.name);
    }

    @Override
    public int hashCode() {
      return Objects.hash(business, name);
    }
  }
}
