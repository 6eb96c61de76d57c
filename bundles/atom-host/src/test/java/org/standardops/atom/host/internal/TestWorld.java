package org.standardops.atom.host.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;
import org.standardops.atom.Host;
import org.standardops.engine.port.Connections;
import org.standardops.model.BusinessId;

/** A business b1 with two hosts, a connection with a secret, and no way out. */
final class TestWorld {

  static final BusinessId BUSINESS = new BusinessId("b1");
  static final String KEY = "s3cr3t-key";

  final ThreadPoolExecutor threads =
      (ThreadPoolExecutor)
          Executors.newCachedThreadPool(
              run -> {
                Thread thread = new Thread(run, "asked");
                thread.setDaemon(true);
                return thread;
              });

  final AtomWorld world =
      new AtomWorld(
          threads,
          business ->
              business.equals(BUSINESS) ? List.of(host("10.0.0.1"), host("10.0.0.2")) : List.of(),
          new OneConnection(),
          (intentKey, cancelled) -> {
            throw new UnsupportedOperationException("There is no way out.");
          });

  private static Host host(String address) {
    return new Host(address, 22, "", List.of("web"), "root", Optional.of("web-key"));
  }

  private static final class OneConnection implements Connections {
    @Override
    public Map<String, String> find(BusinessId business, String system) {
      return Map.of("region", "ap-guangzhou", "secretKey", KEY);
    }

    @Override
    public boolean isSecret(String system, String key) {
      return key.equals("secretKey");
    }
  }
}
