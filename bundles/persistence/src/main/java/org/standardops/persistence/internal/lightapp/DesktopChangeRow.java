package org.standardops.persistence.internal.lightapp;

import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.standardops.model.LightAppId;
import org.standardops.services.port.DesktopChanges.Change;
import org.standardops.services.port.DesktopChanges.Kind;

/** A change that the desktop was not told yet. */
@Entity
@Table(name = "desktop_change")
public class DesktopChangeRow {

  @Id private String app;
  private String kind;
  private long version;

  protected DesktopChangeRow() {}

  DesktopChangeRow(String app, Kind kind, long version) {
    this.app = app;
    this.kind = kind.name();
    this.version = version;
  }

  /** What was to be published and changed before that is still to be published. */
  void replaceBy(Kind newer, long newVersion) {
    boolean stillNew = kind.equals(Kind.PUBLISH.name()) && newer == Kind.UPDATE;
    kind = stillNew ? kind : newer.name();
    version = newVersion;
  }

  boolean is(Change change) {
    return version == change.version();
  }

  Change toChange() {
    return new Change(new LightAppId(app), Kind.valueOf(kind), version);
  }
}
