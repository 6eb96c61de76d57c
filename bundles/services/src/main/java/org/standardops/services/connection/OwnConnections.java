package org.standardops.services.connection;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.standardops.json.JsonCodec;
import org.standardops.model.BusinessId;
import org.standardops.services.port.ConnectionStore;
import org.standardops.services.port.ConnectionStore.StoredConnection;
import org.standardops.services.port.Encryption;

/** What businesses set of their own, in the clear; in the store it is sealed. */
public final class OwnConnections {

  private final ConnectionStore store;
  private final Encryption encryption;
  private final JsonCodec json = new JsonCodec();

  public OwnConnections(ConnectionStore store, Encryption encryption) {
    this.store = store;
    this.encryption = encryption;
  }

  /** One connection; only for the server's own use, as secrets are in its settings. */
  public record Own(StoredConnection stored, Map<String, Object> settings) {
    @Override
    public String toString() {
      return "Own[" + stored.system() + "]";
    }
  }

  public Optional<Own> find(BusinessId business, String system) {
    return store.find(business, system).map(this::opened);
  }

  public List<Own> list(BusinessId business) {
    return store.list(business).stream().map(this::opened).toList();
  }

  public byte[] sealed(Map<String, Object> settings) {
    return encryption.encrypt(json.write(settings));
  }

  @SuppressWarnings("unchecked") // written from such a map
  private Own opened(StoredConnection stored) {
    return new Own(
        stored, (Map<String, Object>) json.read(encryption.decrypt(stored.settings()), Map.class));
  }
}
