package org.standardops.services.internal;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.standardops.json.JsonSchema;
import org.standardops.json.SecretReferences;
import org.standardops.model.BusinessId;
import org.standardops.model.ErrorCode;
import org.standardops.model.Fault;
import org.standardops.model.ProductException;
import org.standardops.model.SealedText;
import org.standardops.services.Caller;
import org.standardops.services.ConnectionService;
import org.standardops.services.connection.OutsideSystem;
import org.standardops.services.connection.OutsideSystems;
import org.standardops.services.connection.OwnConnections;
import org.standardops.services.connection.OwnConnections.Own;
import org.standardops.services.port.BusinessStore;
import org.standardops.services.port.ComponentStore;
import org.standardops.services.port.ConnectionStore;
import org.standardops.services.port.ConnectionStore.StoredConnection;
import org.standardops.services.port.Encryption;
import org.standardops.services.port.SecretStore;
import org.standardops.services.rights.Operation;
import org.standardops.services.rights.Permissions;
import org.standardops.services.secret.SecretSettings;

/** A business's own access to outside systems: taken in, and told without its secrets. */
@Component
public final class ConnectionUseCases implements ConnectionService {

  private final OutsideSystems systems = new OutsideSystems();
  private final ConnectionStore store;
  private final OwnConnections connections;
  private final SecretStore secrets;
  private final ComponentStore components;
  private final Permissions permissions;
  private final InstantSource clock;

  @Activate
  public ConnectionUseCases(
      @Reference ConnectionStore store,
      @Reference SecretStore secrets,
      @Reference ComponentStore components,
      @Reference Encryption encryption,
      @Reference BusinessStore businesses) {
    this(store, secrets, components, encryption, businesses, InstantSource.system());
  }

  ConnectionUseCases(
      ConnectionStore store,
      SecretStore secrets,
      ComponentStore components,
      Encryption encryption,
      BusinessStore businesses,
      InstantSource clock) {
    this.store = store;
    this.connections = new OwnConnections(store, encryption);
    this.secrets = secrets;
    this.components = components;
    this.permissions = new Permissions(businesses);
    this.clock = clock;
  }

  @Override
  public List<ConnectionView> list(Caller caller, BusinessId business) {
    permissions.require(caller, Operation.LIST_CONNECTIONS, business);
    Map<String, Own> own =
        connections.list(business).stream()
            .collect(Collectors.toMap(one -> one.stored().system(), Function.identity()));
    return known()
        .map(system -> view(system, Optional.ofNullable(own.get(system.name()))))
        .toList();
  }

  @Override
  public ConnectionView find(Caller caller, BusinessId business, String system) {
    permissions.require(caller, Operation.LIST_CONNECTIONS, business);
    return view(known(system), connections.find(business, system));
  }

  @Override
  public ConnectionView replace(
      Caller caller,
      BusinessId business,
      String name,
      OptionalLong expectedVersion,
      Map<String, Object> settings) {
    permissions.require(caller, Operation.SET_CONNECTION, business);
    OutsideSystem system = known(name);
    Optional<Own> before = connections.find(business, name);
    long version = before.map(own -> own.stored().version()).orElse(0L);
    if (expectedVersion.orElse(version) != version) {
      throw changed(version);
    }
    Map<String, Object> whole =
        SecretSettings.unmasked(
            system.schema(), settings, before.map(Own::settings).orElse(Map.of()));
    List<Fault> faults = faults(business, system, whole);
    if (!faults.isEmpty()) {
      throw ProductException.invalid(faults);
    }
    boolean stored =
        store.replace(
            new StoredConnection(
                business,
                name,
                connections.sealed(whole),
                caller.name(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                version));
    if (!stored) {
      throw changed(version + 1);
    }
    return view(system, connections.find(business, name));
  }

  @Override
  public void delete(
      Caller caller, BusinessId business, String name, OptionalLong expectedVersion) {
    permissions.require(caller, Operation.DELETE_CONNECTION, business);
    long version =
        connections
            .find(business, known(name).name())
            .map(own -> own.stored().version())
            .orElseThrow(
                () ->
                    ProductException.notFound("An access of the business's own to '" + name + "'"));
    if (expectedVersion.orElse(version) != version) {
      throw changed(version);
    }
    if (!store.delete(business, name, version)) {
      throw changed(version + 1);
    }
  }

  /** Of the settings themselves, and of the secrets that they refer to. */
  private List<Fault> faults(
      BusinessId business, OutsideSystem system, Map<String, Object> settings) {
    SecretReferences.Replaced replaced =
        SecretReferences.replace(system.schema(), settings, name -> SealedText.MASK + "****");
    List<Fault> faults = new ArrayList<>(JsonSchema.of(system.schema()).check(replaced.value()));
    List<String> there = secrets.list(business).stream().map(SecretStore.Entry::name).toList();
    replaced.found().stream()
        .filter(reference -> !there.contains(reference.name()))
        .map(
            reference ->
                new Fault(
                    reference.pointer(),
                    "UNKNOWN_SECRET",
                    "The business has no secret '"
                        + reference.name()
                        + "'; set it by PUT /businesses/{business}/secrets/{name}."))
        .forEach(faults::add);
    return faults;
  }

  private Stream<OutsideSystem> known() {
    return systems.all(components.names()).stream().filter(OutsideSystem::mayBeOwn);
  }

  private OutsideSystem known(String system) {
    return known()
        .filter(one -> one.name().equals(system))
        .findFirst()
        .orElseThrow(() -> ProductException.notFound("The outside system '" + system + "'"));
  }

  private static ConnectionView view(OutsideSystem system, Optional<Own> own) {
    return new ConnectionView(
        system.name(),
        system.schema(),
        shown(system, own.map(Own::settings).orElse(Map.of())),
        own.map(one -> new Change(one.stored().changedBy(), one.stored().changedAt())),
        own.map(one -> one.stored().version()).orElse(0L));
  }

  /** The name of a secret is not secret. */
  private static Map<String, Object> shown(OutsideSystem system, Map<String, Object> settings) {
    Map<String, Object> shown = SecretSettings.masked(system.schema(), settings);
    shown.replaceAll(
        (name, value) -> settings.get(name) instanceof Map<?, ?> named ? named : value);
    return shown;
  }

  private static ProductException changed(long version) {
    return new ProductException(
        ErrorCode.ETAG_CHANGED,
        "The connection was changed meanwhile: its ETag is now \"" + version + "\".");
  }
}
