package org.standardops.services.notification;

import java.util.Locale;
import java.util.Map;
import org.standardops.json.JsonCodec;
import org.standardops.model.process.Notify;
import org.standardops.services.port.ChannelStore;
import org.standardops.services.port.ChannelStore.StoredChannel;
import org.standardops.services.port.Encryption;

/** How channels are set up, in the clear; in the store it is sealed. */
public final class ConfiguredChannels {

  private final ChannelStore store;
  private final Encryption encryption;
  private final JsonCodec json = new JsonCodec();

  public ConfiguredChannels(ChannelStore store, Encryption encryption) {
    this.store = store;
    this.encryption = encryption;
  }

  /**
   * How one channel is set up; only for the server's own use, as secrets are in it.
   *
   * @param version 0: never set up
   */
  public record Configured(
      Notify.Channel channel, boolean enabled, Map<String, Object> settings, long version) {

    static final String LANGUAGE = "language";

    /** In which messages are written. */
    public Locale language() {
      return Locale.forLanguageTag(String.valueOf(settings.getOrDefault(LANGUAGE, "en")));
    }

    @Override
    public String toString() {
      return "Configured[" + channel + "]";
    }
  }

  /** As it is set up now; off, and without settings, where it never was. */
  public Configured find(Notify.Channel channel) {
    return store
        .find(channel)
        .map(this::opened)
        .orElseGet(() -> new Configured(channel, false, Map.of(), 0));
  }

  /** False where it was changed since this version. */
  public boolean replace(Configured configured) {
    byte[] settings = encryption.encrypt(json.write(configured.settings()));
    return store.replace(
        new StoredChannel(
            configured.channel(), configured.enabled(), settings, configured.version()));
  }

  private Configured opened(StoredChannel stored) {
    @SuppressWarnings("unchecked") // written from such a map
    Map<String, Object> settings =
        (Map<String, Object>) json.read(encryption.decrypt(stored.settings()), Map.class);
    return new Configured(stored.channel(), stored.enabled(), settings, stored.version());
  }
}
