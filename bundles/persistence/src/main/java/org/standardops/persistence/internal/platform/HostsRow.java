package org.standardops.persistence.internal.platform;

import java.util.List;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Lob;
import javax.persistence.Table;
import org.standardops.json.JsonCodec;
import org.standardops.platform.Host;

/** The hosts of a business, which are read and replaced together. */
@Entity
@Table(name = "platform_hosts")
public class HostsRow {

  private static final JsonCodec JSON = new JsonCodec();

  @Id private String business;
  @Lob private byte[] hosts;

  protected HostsRow() {}

  HostsRow(String business, List<Host> hosts) {
    this.business = business;
    this.hosts = JSON.write(new Hosts(hosts));
  }

  List<Host> hosts() {
    return JSON.read(hosts, Hosts.class).hosts();
  }

  /** As JSON. */
  record Hosts(List<Host> hosts) {}
}
