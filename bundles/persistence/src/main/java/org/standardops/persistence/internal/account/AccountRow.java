package org.standardops.persistence.internal.account;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.standardops.persistence.internal.database.Cursors.Position;
import org.standardops.persistence.internal.database.Micros;
import org.standardops.services.port.Account;

@Entity
@Table(name = "account")
public class AccountRow {

  @Id
  @Column(name = "account_name")
  private String name;

  @Column(name = "platform_admin")
  private short platformAdmin;

  @Column(name = "password_hash")
  private String passwordHash;

  @Column(name = "must_change_password")
  private short mustChangePassword;

  @Column(name = "created_at")
  private long createdAt;

  private long version;

  protected AccountRow() {}

  AccountRow(Account account) {
    name = account.name();
    createdAt = Micros.of(account.createdAt());
    version = account.version();
    set(account);
  }

  String name() {
    return name;
  }

  boolean platformAdmin() {
    return platformAdmin != 0;
  }

  long version() {
    return version;
  }

  String passwordHash() {
    return passwordHash;
  }

  void replace(Account account) {
    set(account);
    version++;
  }

  private void set(Account account) {
    platformAdmin = number(account.platformAdmin());
    passwordHash = account.passwordHash();
    mustChangePassword = number(account.mustChangePassword());
  }

  Account toAccount() {
    return new Account(
        name,
        platformAdmin(),
        passwordHash,
        mustChangePassword != 0,
        Micros.toInstant(createdAt),
        version);
  }

  Position position() {
    return new Position(createdAt, name);
  }

  private static short number(boolean flag) {
    return (short) (flag ? 1 : 0);
  }
}
