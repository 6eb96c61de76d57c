package org.standardops.rest.fake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.standardops.model.BusinessId;
import org.standardops.model.ProductException;
import org.standardops.services.Caller;
import org.standardops.services.SecretService;
import org.standardops.services.port.SecretStore;

/** Secrets of one business, without rights. */
public final class FakeSecrets implements SecretService {

  private final Map<String, SecretStore.Entry> secrets = new TreeMap<>();

  @Override
  public List<SecretStore.Entry> list(Caller caller, BusinessId business) {
    return List.copyOf(secrets.values());
  }

  @Override
  public void put(Caller caller, BusinessId business, String name, String value) {
    secrets.put(name, new SecretStore.Entry(name, caller.name(), Instant.EPOCH));
  }

  @Override
  public void delete(Caller caller, BusinessId business, String name) {
    if (secrets.remove(name) == null) {
      throw ProductException.notFound("The secret " + name);
    }
  }
}
