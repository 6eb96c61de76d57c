package org.standardops.atom.host.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.standardops.atom.Business;
import org.standardops.atom.Host;
import org.standardops.engine.port.Connections;
import org.standardops.engine.port.Hosts;
import org.standardops.engine.port.OutboundHttp;
import org.standardops.model.BusinessId;

/** What atoms can reach when they are asked outside of a node's calls. */
record AtomWorld(ExecutorService threads, Hosts hosts, Connections connections, OutboundHttp http) {

  Business business(BusinessId id) {
    return new Asked(id, hosts, connections);
  }

  /** Its hosts are read at the first use, and once. */
  private static final class Asked implements Business {
    private final BusinessId id;
    private final Hosts from;
    private final Connections connections;
    private Optional<List<Host>> read = Optional.empty();

    Asked(BusinessId id, Hosts from, Connections connections) {
      this.id = id;
      this.from = from;
      this.connections = connections;
    }

    @Override
    public String id() {
      return id.value();
    }

    @Override
    public synchronized List<Host> hosts() {
      if (read.isEmpty()) {
        read = Optional.of(List.copyOf(from.of(id)));
      }
      return read.get();
    }

    @Override
    public Map<String, String> connection(String system) {
      return Map.copyOf(connections.find(id, system));
    }
  }
}
