package org.standardops.persistence.internal.platform;

import java.util.List;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.standardops.model.BusinessId;
import org.standardops.persistence.internal.database.Cursors.Position;
import org.standardops.persistence.internal.database.Micros;
import org.standardops.platform.PlatformBusiness;

@Entity
@Table(name = "business")
public class BusinessRow {

  @Id private String id;

  @Column(name = "business_name")
  private String name;

  @Column(name = "created_at")
  private long createdAt;

  protected BusinessRow() {}

  BusinessRow(PlatformBusiness business) {
    id = business.id().value();
    name = business.name();
    createdAt = Micros.of(business.createdAt());
  }

  String id() {
    return id;
  }

  PlatformBusiness toBusiness(List<String> ops) {
    return new PlatformBusiness(new BusinessId(id), name, ops, Micros.toInstant(createdAt));
  }

  Position position() {
    return new Position(createdAt, id);
  }
}
