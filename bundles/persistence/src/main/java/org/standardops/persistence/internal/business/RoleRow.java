package org.standardops.persistence.internal.business;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Lob;
import javax.persistence.Table;
import org.standardops.json.JsonCodec;
import org.standardops.services.port.FollowerRight;

/** An admin, or a follower with what they may do. */
@Entity
@Table(name = "business_role")
@IdClass(RoleRow.Key.class)
public class RoleRow {

  static final String ADMIN = "ADMIN";
  static final String FOLLOWER = "FOLLOWER";

  private static final JsonCodec JSON = new JsonCodec();

  @Id private String business;
  @Id private String account;

  @Id
  @Column(name = "role_name")
  private String role;

  private int place;

  @Lob private byte[] rights;

  protected RoleRow() {}

  private RoleRow(String business, String account, String role, int place, Rights rights) {
    this.business = business;
    this.account = account;
    this.role = role;
    this.place = place;
    this.rights = JSON.write(rights);
  }

  static RoleRow admin(String business, String account, int place) {
    return new RoleRow(business, account, ADMIN, place, new Rights(Map.of()));
  }

  static RoleRow follower(String business, String account, Map<String, Set<FollowerRight>> rights) {
    Map<String, List<FollowerRight>> sorted = new LinkedHashMap<>();
    rights.forEach((process, may) -> sorted.put(process, may.stream().sorted().toList()));
    return new RoleRow(business, account, FOLLOWER, 0, new Rights(sorted));
  }

  String business() {
    return business;
  }

  String account() {
    return account;
  }

  boolean isAdmin() {
    return role.equals(ADMIN);
  }

  Map<String, Set<FollowerRight>> rights() {
    return JSON.read(rights, Rights.class).may().entrySet().stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> Set.copyOf(e.getValue())));
  }

  /** As JSON. */
  record Rights(Map<String, List<FollowerRight>> may) {}

  /** The primary key. */
  public static class Key implements Serializable {

    private static final long serialVersionUID = 1L;

    public String business;
    public String account;
    public String role;

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && Objects.equals(business, key.business)
          && Objects.equals(account, key.account)
          && Objects.equals(role, key.role);
    }

    @Override
    public int hashCode() {
      return Objects.hash(business, account, role);
    }
  }
}
