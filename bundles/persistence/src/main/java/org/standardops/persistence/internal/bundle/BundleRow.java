package org.standardops.persistence.internal.bundle;

import java.io.Serializable;
import java.util.Objects;
import javax.persistence.Basic;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.FetchType;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Lob;
import javax.persistence.Table;
import org.standardops.persistence.internal.database.Micros;
import org.standardops.services.port.BundleStore.Origin;
import org.standardops.services.port.BundleStore.StoredBundle;

@Entity
@Table(name = "atom_bundle")
@IdClass(BundleRow.Key.class)
public class BundleRow {

  @Id
  @Column(name = "symbolic_name")
  private String symbolicName;

  @Id private String version;

  private String sha256;

  @Column(name = "byte_count")
  private long byteCount;

  private String origin;

  @Column(name = "added_by")
  private String addedBy;

  @Column(name = "added_at")
  private long addedAt;

  /** Up to 64 MiB: read only where it is asked for. */
  @Lob
  @Basic(fetch = FetchType.LAZY)
  private byte[] content;

  protected BundleRow() {}

  BundleRow(StoredBundle bundle, byte[] content) {
    symbolicName = bundle.symbolicName();
    version = bundle.version();
    sha256 = bundle.sha256();
    byteCount = bundle.size();
    origin = bundle.origin().name();
    addedBy = bundle.addedBy();
    addedAt = Micros.of(bundle.addedAt());
    this.content = content.clone();
  }

  byte[] content() {
    return content.clone();
  }

  StoredBundle toBundle() {
    return new StoredBundle(
        symbolicName,
        version,
        sha256,
        byteCount,
        Origin.valueOf(origin),
        addedBy,
        Micros.toInstant(addedAt));
  }

  /** The primary key. */
  public static class Key implements Serializable {

    private static final long serialVersionUID = 1L;

    public String symbolicName;
    public String version;

    public Key() {}

    Key(String symbolicName, String version) {
      this.symbolicName = symbolicName;
      this.version = version;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && Objects.equals(symbolicName, key.symbolicName)
          && Objects.equals(version, key.version);
    }

    @Override
    public int hashCode() {
      return Objects.hash(symbolicName, version);
    }
  }
}
