package org.standardops.persistence.internal.component;

import java.io.Serializable;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Lob;
import javax.persistence.Table;
import org.standardops.persistence.internal.database.Micros;
import org.standardops.services.port.ComponentStore.StoredComponent;

@Entity
@Table(name = "component")
@IdClass(ComponentRow.Key.class)
public class ComponentRow {

  @Id
  @Column(name = "component_name")
  private String name;

  @Id private String version;

  private String sha256;

  @Lob private byte[] content;

  @Column(name = "added_by")
  private String addedBy;

  @Column(name = "added_at")
  private long addedAt;

  protected ComponentRow() {}

  ComponentRow(StoredComponent component) {
    name = component.name();
    version = component.version();
    sha256 = component.sha256();
    content = component.content().clone();
    addedBy = component.addedBy();
    addedAt = Micros.of(component.addedAt());
  }

  StoredComponent toComponent() {
    return new StoredComponent(
        name, version, sha256, content.clone(), addedBy, Micros.toInstant(addedAt));
  }

  /** The primary key. */
  public static class Key implements Serializable {

    private static final long serialVersionUID = 1L;

    public String name;
    public String version;

    public Key() {}

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && Objects.equals(name, key.name)
          && Objects.equals(version, key.version);
    }

    @Override
    public int hashCode() {
      return Objects.hash(name, version);
    }
  }
}
