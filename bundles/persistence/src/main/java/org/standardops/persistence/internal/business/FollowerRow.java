package org.standardops.persistence.internal.business;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Lob;
import javax.persistence.Table;
import org.standardops.json.JsonCodec;
import org.standardops.services.port.FollowerRight;

/** A follower with what it was granted. */
@Entity
@Table(name = "business_follower")
@IdClass(FollowerRow.Key.class)
public class FollowerRow {

  private static final JsonCodec JSON = new JsonCodec();

  @Id private String business;
  @Id private String account;
  @Lob private byte[] rights;

  protected FollowerRow() {}

  FollowerRow(String business, String account, Map<String, Set<FollowerRight>> rights) {
    Map<String, List<FollowerRight>> sorted = new LinkedHashMap<>();
    rights.forEach((process, may) -> sorted.put(process, may.stream().sorted().toList()));
    this.business = business;
    this.account = account;
    this.rights = JSON.write(new Rights(sorted));
  }

  String account() {
    return account;
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

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && Objects.equals(business, key.business)
          && Objects.equals(account, key.account);
    }

    @Override
    public int hashCode() {
      return Objects.hash(business, account);
    }
  }
}
