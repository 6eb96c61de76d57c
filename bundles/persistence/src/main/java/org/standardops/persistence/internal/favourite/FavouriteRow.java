package org.standardops.persistence.internal.favourite;

import java.io.Serializable;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.standardops.persistence.internal.database.Micros;
import org.standardops.services.port.Favourite;

/** What a person wants at hand. */
@Entity
@Table(name = "favourite")
@IdClass(FavouriteRow.Key.class)
public class FavouriteRow {

  @Id private String account;
  @Id private String kind;
  @Id private String thing;

  @Column(name = "added_at")
  private long addedAt;

  protected FavouriteRow() {}

  FavouriteRow(String account, Favourite favourite) {
    this.account = account;
    this.kind = favourite.kind().name();
    this.thing = favourite.id();
    this.addedAt = Micros.of(favourite.addedAt());
  }

  Favourite toFavourite() {
    return new Favourite(Favourite.Kind.valueOf(kind), thing, Micros.toInstant(addedAt));
  }

  /** The primary key. */
  public static class Key implements Serializable {

    private static final long serialVersionUID = 1L;

    public String account;
    public String kind;
    public String thing;

    public Key() {}

    Key(String account, Favourite.Kind kind, String thing) {
      this.account = account;
      this.kind = kind.name();
      this.thing = thing;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && Objects.equals(account, key.account)
          && Objects.equals(kind, key.kind)
          && Objects.equals(thing, key.thing);
    }

    @Override
    public int hashCode() {
      return Objects.hash(account, kind, thing);
    }
  }
}
