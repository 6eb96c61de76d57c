package org.standardops.persistence.internal.platform;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.standardops.platform.Person;

@Entity
@Table(name = "platform_person")
public class PersonRow {

  @Id
  @Column(name = "person_name")
  private String name;

  @Column(name = "display_name")
  private String displayName;

  private String email;
  private String phone;
  private String wechat;

  protected PersonRow() {}

  PersonRow(Person person) {
    name = person.name();
    set(person);
  }

  void set(Person person) {
    displayName = person.displayName();
    email = person.email();
    phone = person.phone();
    wechat = person.wechat();
  }

  Person toPerson() {
    return new Person(name, displayName, email, phone, wechat);
  }
}
