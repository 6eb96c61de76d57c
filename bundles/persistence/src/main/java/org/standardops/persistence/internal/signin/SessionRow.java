package org.standardops.persistence.internal.signin;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.standardops.persistence.internal.database.Micros;
import org.standardops.services.port.Session;

@Entity
@Table(name = "sign_in_session")
public class SessionRow {

  @Id
  @Column(name = "secret_hash")
  private String secretHash;

  private String account;

  @Column(name = "begun_at")
  private long begunAt;

  @Column(name = "seen_at")
  private long seenAt;

  protected SessionRow() {}

  SessionRow(Session session) {
    secretHash = session.secretHash();
    account = session.account();
    begunAt = Micros.of(session.begunAt());
    seenAt = Micros.of(session.seenAt());
  }

  Session toSession() {
    return new Session(secretHash, account, Micros.toInstant(begunAt), Micros.toInstant(seenAt));
  }
}
