package org.standardops.persistence.internal.connection;

import java.io.Serializable;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Lob;
import javax.persistence.Table;
import org.standardops.model.BusinessId;
import org.standardops.persistence.internal.database.Micros;
import org.standardops.services.port.ConnectionStore.StoredConnection;

@Entity
@Table(name = "business_connection")
@IdClass(ConnectionRow.Key.class)
public class ConnectionRow {

  @Id private String business;

  @Id
  @Column(name = "system_name")
  private String system;

  @Lob private byte[] settings;

  @Column(name = "changed_by")
  private String changedBy;

  @Column(name = "changed_at")
  private long changedAt;

  private long version;

  protected ConnectionRow() {}

  /** The version after the one that the connection names. */
  ConnectionRow(StoredConnection connection) {
    business = connection.business().value();
    system = connection.system();
    set(connection);
  }

  final void set(StoredConnection connection) {
    settings = connection.settings().clone();
    changedBy = connection.changedBy();
    changedAt = Micros.of(connection.changedAt());
    version = connection.version() + 1;
  }

  long version() {
    return version;
  }

  StoredConnection toConnection() {
    return new StoredConnection(
        new BusinessId(business),
        system,
        settings.clone(),
        changedBy,
        Micros.toInstant(changedAt),
        version);
  }

  /** The primary key. */
  public static class Key implements Serializable {

    private static final long serialVersionUID = 1L;

    public String business;
    public String system;

    public Key() {}

    Key(String business, String system) {
      this.business = business;
      this.system = system;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && Objects.equals(business, key.business)
          && Objects.equals(system, key.system);
    }

    @Override
    public int hashCode() {
      return Objects.hash(business, system);
    }
  }
}
