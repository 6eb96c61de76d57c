package org.standardops.services.internal;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.standardops.model.BusinessId;
import org.standardops.model.Fault;
import org.standardops.model.ProductException;
import org.standardops.services.Caller;
import org.standardops.services.SecretService;
import org.standardops.services.port.BusinessStore;
import org.standardops.services.port.Encryption;
import org.standardops.services.port.SecretStore;
import org.standardops.services.rights.Operation;
import org.standardops.services.rights.Permissions;

/** Secrets: taken in, listed by name, never given out. */
@Component
public final class SecretUseCases implements SecretService {

  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,63}");

  /** A shorter one could not be hidden in logs without hiding half of them. */
  private static final int SHORTEST = 4;

  private static final int LONGEST = 65_536;
  private static final int MOST = 1_000;

  private final SecretStore store;
  private final Encryption encryption;
  private final Permissions permissions;
  private final InstantSource clock;

  @Activate
  public SecretUseCases(
      @Reference SecretStore store,
      @Reference Encryption encryption,
      @Reference BusinessStore businesses) {
    this(store, encryption, businesses, InstantSource.system());
  }

  SecretUseCases(
      SecretStore store, Encryption encryption, BusinessStore businesses, InstantSource clock) {
    this.store = store;
    this.encryption = encryption;
    this.permissions = new Permissions(businesses);
    this.clock = clock;
  }

  @Override
  public List<SecretStore.Entry> list(Caller caller, BusinessId business) {
    permissions.require(caller, Operation.LIST_SECRETS, business);
    return store.list(business);
  }

  @Override
  public void put(Caller caller, BusinessId business, String name, String value) {
    permissions.require(caller, Operation.SET_SECRET, business);
    List<Fault> faults = new ArrayList<>();
    if (!NAME.matcher(name).matches()) {
      faults.add(
          new Fault(
              "/name",
              "INVALID_NAME",
              "A name is up to 64 letters, digits, _, . and -, a letter first."));
    }
    if (value.length() < SHORTEST || value.length() > LONGEST) {
      faults.add(
          new Fault(
              "/value",
              "INVALID_LENGTH",
              "A secret has " + SHORTEST + " to " + LONGEST + " characters."));
    }
    List<SecretStore.Entry> there = store.list(business);
    if (there.size() >= MOST && there.stream().noneMatch(secret -> secret.name().equals(name))) {
      faults.add(
          new Fault(
              "/name", "TOO_MANY", "A business has at most " + MOST + " secrets; delete some."));
    }
    if (!faults.isEmpty()) {
      throw ProductException.invalid(faults);
    }
    store.put(
        business,
        name,
        encryption.encrypt(value.getBytes(StandardCharsets.UTF_8)),
        caller.name(),
        clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  @Override
  public void delete(Caller caller, BusinessId business, String name) {
    permissions.require(caller, Operation.DELETE_SECRET, business);
    if (!NAME.matcher(name).matches() || !store.delete(business, name)) {
      throw ProductException.notFound("The secret " + name);
    }
  }
}
