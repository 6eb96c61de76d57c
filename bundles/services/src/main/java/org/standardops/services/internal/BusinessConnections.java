package org.standardops.services.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.standardops.engine.port.Connections;
import org.standardops.engine.port.Secrets;
import org.standardops.model.BusinessId;
import org.standardops.services.connection.OutsideSystem;
import org.standardops.services.connection.OutsideSystems;
import org.standardops.services.connection.OwnConnections;
import org.standardops.services.connection.OwnConnections.Own;
import org.standardops.services.port.ConnectionStore;
import org.standardops.services.port.Encryption;
import org.standardops.services.port.ServerSettings;

/** Gives the engine the business's own access over the server's, as both are now. */
@Component
public final class BusinessConnections implements Connections {

  private final OutsideSystems systems = new OutsideSystems();
  private final OwnConnections connections;
  private final Secrets secrets;
  private final ServerSettings server;

  @Activate
  public BusinessConnections(
      @Reference ConnectionStore store,
      @Reference Encryption encryption,
      @Reference Secrets secrets,
      @Reference ServerSettings server) {
    this.connections = new OwnConnections(store, encryption);
    this.secrets = secrets;
    this.server = server;
  }

  @Override
  public Map<String, String> find(BusinessId business, String name) {
    return systems
        .find(name)
        .map(system -> system.over(server.find(name), own(business, system)))
        .orElse(Map.of());
  }

  private Map<String, Optional<String>> own(BusinessId business, OutsideSystem system) {
    Map<String, Optional<String>> own = new HashMap<>();
    connections
        .find(business, system.name())
        .map(Own::settings)
        .orElse(Map.of())
        .forEach((setting, value) -> own.put(setting, text(business, value)));
    return own;
  }

  /** A secret that is named may have been deleted since. */
  private Optional<String> text(BusinessId business, Object value) {
    return value instanceof Map<?, ?> reference
        ? secrets.find(business, String.valueOf(reference.get("secret")))
        : Optional.of(String.valueOf(value));
  }

  @Override
  public boolean isSecret(String system, String key) {
    return systems.find(system).map(known -> known.isSecret(key)).orElse(true);
  }
}
