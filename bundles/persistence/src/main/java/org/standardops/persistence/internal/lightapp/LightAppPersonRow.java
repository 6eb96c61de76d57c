package org.standardops.persistence.internal.lightapp;

import java.io.Serializable;
import java.util.Objects;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;

/** Somebody among the people of an app. */
@Entity
@Table(name = "light_app_person")
@IdClass(LightAppPersonRow.Key.class)
public class LightAppPersonRow {

  @Id private String person;
  @Id private String app;

  protected LightAppPersonRow() {}

  LightAppPersonRow(String person, String app) {
    this.person = person;
    this.app = app;
  }

  /** The primary key. */
  public static class Key implements Serializable {

    private static final long serialVersionUID = 1L;

    public String person;
    public String app;

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && Objects.equals(person, key.person)
          && Objects.equals(app, key.app);
    }

    @Override
    public int hashCode() {
      return Objects.hash(person, app);
    }
  }
}
