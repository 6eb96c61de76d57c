package org.standardops.persistence.internal.business;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.standardops.model.BusinessId;
import org.standardops.persistence.internal.database.Cursors.Position;
import org.standardops.persistence.internal.database.Micros;
import org.standardops.services.port.Business;

@Entity
@Table(name = "business")
public class BusinessRow {

  @Id private String id;

  @Column(name = "business_name")
  private String name;

  @Column(name = "created_at")
  private long createdAt;

  protected BusinessRow() {}

  BusinessRow(Business business) {
    id = business.id().value();
    name = business.name();
    createdAt = Micros.of(business.createdAt());
  }

  String id() {
    return id;
  }

  /**
   * @param roles of this business, admins in their order
   */
  Business toBusiness(List<RoleRow> roles) {
    Map<Boolean, List<RoleRow>> byAdmin =
        roles.stream().collect(Collectors.partitioningBy(RoleRow::isAdmin));
    return new Business(
        new BusinessId(id),
        name,
        byAdmin.get(true).stream().map(RoleRow::account).toList(),
        byAdmin.get(false).stream().collect(Collectors.toMap(RoleRow::account, RoleRow::rights)),
        Micros.toInstant(createdAt));
  }

  Position position() {
    return new Position(createdAt, id);
  }
}
