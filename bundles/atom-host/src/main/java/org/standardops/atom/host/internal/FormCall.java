package org.standardops.atom.host.internal;

import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.standardops.atom.Business;
import org.standardops.atom.Http;
import org.standardops.atom.OptionsCall;
import org.standardops.atom.Parameters;
import org.standardops.model.BusinessId;

/** One look at what may be chosen, as its atom sees it; of no use when that has returned. */
final class FormCall implements OptionsCall {

  private final AtomWorld world;
  private final BusinessId id;
  private final Business business;
  private final String field;
  private final Parameters parameters;
  private final String query;
  private final Masked masked;
  private final BooleanSupplier cancelled;
  private volatile boolean over;

  FormCall(
      AtomWorld world,
      BusinessId id,
      String field,
      Parameters parameters,
      String query,
      Masked masked,
      BooleanSupplier cancelled) {
    this.world = world;
    this.id = id;
    this.business = world.business(id);
    this.field = field;
    this.parameters = parameters;
    this.query = query;
    this.masked = masked;
    this.cancelled = cancelled;
  }

  void close() {
    over = true;
  }

  @Override
  public String field() {
    return field;
  }

  @Override
  public Parameters parameters() {
    return parameters;
  }

  @Override
  public String query() {
    return query;
  }

  @Override
  public Business business() {
    return business;
  }

  @Override
  public Map<String, String> connection(String system) {
    requireOpen();
    Map<String, String> connection = world.connections().find(id, system);
    connection.forEach(
        (key, value) -> {
          if (world.connections().isSecret(system, key)) {
            masked.add(value);
          }
        });
    return Map.copyOf(connection);
  }

  @Override
  public Http http() {
    requireOpen();
    return world.http().forCall("options-" + UUID.randomUUID(), this::cancelled);
  }

  @Override
  public InstantSource clock() {
    return InstantSource.system();
  }

  @Override
  public boolean cancelled() {
    return over || cancelled.getAsBoolean();
  }

  private void requireOpen() {
    if (over) {
      throw new IllegalStateException("The choices were given; this can be used no more.");
    }
  }
}
