package org.standardops.services.internal;

import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.standardops.model.process.Notify;
import org.standardops.services.Caller;
import org.standardops.services.KeyService;
import org.standardops.services.port.BusinessStore;
import org.standardops.services.port.ChannelStore;
import org.standardops.services.port.ChannelStore.StoredChannel;
import org.standardops.services.port.Encryption;
import org.standardops.services.port.KeyChange;
import org.standardops.services.port.SecretStore;
import org.standardops.services.rights.Operation;
import org.standardops.services.rights.Permissions;

/** Changes the key; the old one is forgotten only when nothing is left that it sealed. */
@Component
public final class KeyUseCase implements KeyService {

  private static final Logger LOG = LoggerFactory.getLogger(KeyUseCase.class);

  private final Encryption encryption;
  private final KeyChange key;
  private final SecretStore secrets;
  private final ChannelStore channels;
  private final Permissions permissions;

  @Activate
  public KeyUseCase(
      @Reference Encryption encryption,
      @Reference KeyChange key,
      @Reference SecretStore secrets,
      @Reference ChannelStore channels,
      @Reference BusinessStore businesses) {
    this.encryption = encryption;
    this.key = key;
    this.secrets = secrets;
    this.channels = channels;
    this.permissions = new Permissions(businesses);
  }

  @Override
  public synchronized int change(Caller caller) {
    permissions.require(caller, Operation.CHANGE_KEY);
    key.begin();
    int sealed = secrets.reseal(this::anew);
    for (Notify.Channel channel : Notify.Channel.values()) {
      sealed += reseal(channel) ? 1 : 0;
    }
    // Whatever was on its way to the store when the key changed is there by now.
    sealed += secrets.reseal(this::anew);
    key.end();
    LOG.info("{} changed the key of the secrets; {} were sealed anew.", caller.name(), sealed);
    return sealed;
  }

  private Optional<byte[]> anew(byte[] sealed) {
    return key.isCurrent(sealed)
        ? Optional.empty()
        : Optional.of(encryption.encrypt(encryption.decrypt(sealed)));
  }

  /** Again where somebody else changed the channel meanwhile. */
  private boolean reseal(Notify.Channel channel) {
    return Stream.generate(() -> channels.find(channel))
        .map(stored -> stored.flatMap(this::anew))
        .takeWhile(Optional::isPresent)
        .flatMap(Optional::stream)
        .anyMatch(channels::replace);
  }

  private Optional<StoredChannel> anew(StoredChannel stored) {
    return anew(stored.settings())
        .map(
            settings ->
                new StoredChannel(stored.channel(), stored.enabled(), settings, stored.version()));
  }
}
