package org.standardops.persistence.internal.lightapp;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Lob;
import javax.persistence.Table;
import org.standardops.json.JsonCodec;
import org.standardops.model.BusinessId;
import org.standardops.model.LightAppId;
import org.standardops.persistence.internal.database.Cursors.Position;
import org.standardops.persistence.internal.database.Micros;
import org.standardops.services.port.LightApp;

/** A light app; who holds it is written by {@link JdbcLightAppRuns} alone. */
@Entity
@Table(name = "light_app")
public class LightAppRow {

  private static final JsonCodec JSON = new JsonCodec();

  @Id private String id;
  private String business;
  private String process;

  @Lob private byte[] form;
  @Lob private byte[] frozen;

  @Column(name = "created_by")
  private String createdBy;

  @Column(name = "created_at")
  private long createdAt;

  @Column(name = "updated_by")
  private String updatedBy;

  @Column(name = "updated_at")
  private long updatedAt;

  private long version;

  protected LightAppRow() {}

  LightAppRow(LightApp app) {
    id = app.id().value();
    business = app.business().value();
    createdBy = app.createdBy();
    createdAt = Micros.of(app.createdAt());
    version = app.version();
    update(app);
  }

  void replace(LightApp app) {
    update(app);
    version++;
  }

  private void update(LightApp app) {
    process = app.frozen().process().value();
    form = JSON.write(app.form());
    frozen = JSON.write(app.frozen());
    updatedBy = app.updatedBy();
    updatedAt = Micros.of(app.updatedAt());
  }

  String id() {
    return id;
  }

  long version() {
    return version;
  }

  Position position() {
    return new Position(createdAt, id);
  }

  LightApp toLightApp() {
    return new LightApp(
        new LightAppId(id),
        new BusinessId(business),
        JSON.read(form, LightApp.Form.class),
        JSON.read(frozen, LightApp.Frozen.class),
        createdBy,
        Micros.toInstant(createdAt),
        updatedBy,
        Micros.toInstant(updatedAt),
        version);
  }
}
