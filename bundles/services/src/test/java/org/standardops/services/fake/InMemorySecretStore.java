package org.standardops.services.fake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import org.standardops.model.BusinessId;
import org.standardops.model.TaskId;
import org.standardops.services.port.SecretStore;

/** Secrets by business and name. */
public final class InMemorySecretStore implements SecretStore {

  private record Stored(byte[] sealed, String by, Instant at) {}

  private final Map<String, Stored> secrets = new ConcurrentSkipListMap<>();

  private static String key(BusinessId business, String name) {
    return business + "/" + name;
  }

  /** All that is stored, as text. */
  public String everything() {
    StringBuilder text = new StringBuilder();
    secrets.forEach((key, stored) -> text.append(key).append(new String(stored.sealed())));
    return text.toString();
  }

  public int size() {
    return secrets.size();
  }

  @Override
  public Optional<byte[]> find(BusinessId business, String name) {
    return Optional.ofNullable(secrets.get(key(business, name))).map(Stored::sealed);
  }

  @Override
  public List<Entry> list(BusinessId business) {
    String prefix = business + "/";
    return secrets.entrySet().stream()
        .filter(secret -> secret.getKey().startsWith(prefix))
        .map(
            secret ->
                new Entry(
                    secret.getKey().substring(prefix.length()),
                    secret.getValue().by(),
                    secret.getValue().at()))
        .filter(entry -> !entry.name().startsWith("~"))
        .toList();
  }

  @Override
  public void put(BusinessId business, String name, byte[] sealed, String by, Instant at) {
    secrets.put(key(business, name), new Stored(sealed.clone(), by, at));
  }

  @Override
  public void keep(
      BusinessId business, String id, byte[] sealed, String by, Instant at, Optional<TaskId> task) {
    put(business, "~" + id, sealed, by, at);
  }

  /** Knows of nothing that refers to a secret, and so deletes none. */
  @Override
  public int clean(Instant before) {
    return 0;
  }

  @Override
  public int reseal(Function<byte[], Optional<byte[]>> anew) {
    int stored = 0;
    for (Map.Entry<String, Stored> secret : secrets.entrySet()) {
      Optional<byte[]> sealed = anew.apply(secret.getValue().sealed());
      if (sealed.isPresent()) {
        secrets.put(
            secret.getKey(),
            new Stored(sealed.get(), secret.getValue().by(), secret.getValue().at()));
        stored++;
      }
    }
    return stored;
  }

  @Override
  public boolean delete(BusinessId business, String name) {
    return secrets.remove(key(business, name)) != null;
  }
}
