package org.standardops.services.internal;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.standardops.engine.port.Secrets;
import org.standardops.model.BusinessId;
import org.standardops.services.port.Encryption;
import org.standardops.services.port.SecretStore;

/** Opens secrets for the engine. */
@Component
public final class BusinessSecrets implements Secrets {

  private final SecretStore store;
  private final Encryption encryption;

  @Activate
  public BusinessSecrets(@Reference SecretStore store, @Reference Encryption encryption) {
    this.store = store;
    this.encryption = encryption;
  }

  @Override
  public Optional<String> find(BusinessId business, String name) {
    return store
        .find(business, name)
        .map(secret -> new String(encryption.decrypt(secret), StandardCharsets.UTF_8));
  }
}
