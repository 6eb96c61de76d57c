package org.standardops.persistence.internal.configuration;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Lob;
import javax.persistence.Table;
import org.standardops.json.JsonCodec;
import org.standardops.model.BusinessId;
import org.standardops.persistence.internal.database.Cursors.Position;
import org.standardops.persistence.internal.database.Micros;
import org.standardops.services.port.ConfigurationStore.Configuration;
import org.standardops.services.port.ConfigurationStore.Entry;

/** One state of the configuration of a business. */
@Entity
@Table(name = "business_configuration")
@IdClass(ConfigurationRow.Key.class)
public class ConfigurationRow {

  private static final JsonCodec JSON = new JsonCodec();

  @Id private String business;
  @Id private long version;

  @Lob private byte[] variables;

  @Column(name = "changed_by")
  private String changedBy;

  @Column(name = "changed_at")
  private long changedAt;

  protected ConfigurationRow() {}

  ConfigurationRow(Configuration configuration) {
    business = configuration.business().value();
    version = configuration.version();
    variables = JSON.write(new Variables(configuration.variables()));
    changedBy = configuration.changedBy();
    changedAt = Micros.of(configuration.changedAt());
  }

  Configuration toConfiguration() {
    return new Configuration(
        new BusinessId(business),
        JSON.read(variables, Variables.class).entries(),
        version,
        changedBy,
        Micros.toInstant(changedAt));
  }

  Position position() {
    return new Position(version, "");
  }

  /** As JSON. */
  record Variables(List<Entry> entries) {}

  /** The primary key. */
  public static class Key implements Serializable {

    private static final long serialVersionUID = 1L;

    public String business;
    public long version;

    public Key() {}

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && Objects.equals(business, key.business)
          && version == key.version;
    }

    @Override
    public int hashCode() {
      return Objects.hash(business, version);
    }
  }
}
