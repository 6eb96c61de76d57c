package org.standardops.persistence.internal.platform;

import java.io.Serializable;
import java.util.Objects;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.standardops.engine.port.HostKeys.Server;

@Entity
@Table(name = "host_key")
@IdClass(HostKeyRow.Key.class)
public class HostKeyRow {

  @Id private String business;
  @Id private String host;
  @Id private int port;

  @Column(name = "public_key")
  private String publicKey;

  protected HostKeyRow() {}

  HostKeyRow(String business, Server server, String publicKey) {
    this.business = business;
    this.host = server.host();
    this.port = server.port();
    this.publicKey = publicKey;
  }

  Server server() {
    return new Server(host, port);
  }

  String publicKey() {
    return publicKey;
  }

  /** The primary key. */
  public static class Key implements Serializable {

    private static final long serialVersionUID = 1L;

    public String business;
    public String host;
    public int port;

    public Key() {}

    Key(String business, Server server) {
      this.business = business;
      this.host = server.host();
      this.port = server.port();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && Objects.equals(business, key.business)
          && Objects.equals(host, key.host)
          && port == key.port;
    }

    @Override
    public int hashCode() {
      return Objects.hash(business, host, port);
    }
  }
}
