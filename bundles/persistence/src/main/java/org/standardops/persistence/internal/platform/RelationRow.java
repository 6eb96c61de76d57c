package org.standardops.persistence.internal.platform;

import java.io.Serializable;
import java.util.Objects;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

/** That a person is related to a business, and whether with its business OPS role. */
@Entity
@Table(name = "platform_relation")
@IdClass(RelationRow.Key.class)
public class RelationRow {

  @Id private String business;
  @Id private String person;
  private short ops;
  private int place;

  protected RelationRow() {}

  RelationRow(String business, String person) {
    this.business = business;
    this.person = person;
  }

  String business() {
    return business;
  }

  String person() {
    return person;
  }

  void giveOps(int newPlace) {
    ops = 1;
    place = newPlace;
  }

  void takeOps() {
    ops = 0;
    place = 0;
  }

  /** The primary key. */
  public static class Key implements Serializable {

    private static final long serialVersionUID = 1L;

    public String business;
    public String person;

    public Key() {}

    Key(String business, String person) {
      this.business = business;
      this.person = person;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && Objects.equals(business, key.business)
          && Objects.equals(person, key.person);
    }

    @Override
    public int hashCode() {
      return Objects.hash(business, person);
    }
  }
}
