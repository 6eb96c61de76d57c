package org.standardops.services.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.standardops.model.process.Notify;
import org.standardops.services.KeyService;
import org.standardops.services.fake.NumberedEncryption;
import org.standardops.services.port.ChannelStore.StoredChannel;

class KeyUseCaseTest {

  private static final byte[] PLAIN = {7, 8, 9};

  private final World world = new World();
  private final NumberedEncryption encryption = new NumberedEncryption();
  private final KeyService key =
      new KeyUseCase(
          encryption, encryption, world.secretStore, world.channelStore, world.businesses);

  @Test
  void sealsSecretsAndChannelsAnewAndForgetsTheOldKey() {
    world.secretStore.put(World.B1, "a", encryption.encrypt(PLAIN), "ann", Instant.EPOCH);
    world.secretStore.put(World.B2, "~b", encryption.encrypt(PLAIN), "ann", Instant.EPOCH);
    world.channelStore.replace(
        new StoredChannel(Notify.Channel.EMAIL, true, encryption.encrypt(PLAIN), 0));

    assertThat(key.change(world.root)).isEqualTo(3);

    assertThat(encryption.decrypt(world.secretStore.find(World.B1, "a").orElseThrow()))
        .isEqualTo(PLAIN);
    assertThat(encryption.decrypt(world.secretStore.find(World.B2, "~b").orElseThrow()))
        .isEqualTo(PLAIN);
    StoredChannel channel = world.channelStore.find(Notify.Channel.EMAIL).orElseThrow();
    assertThat(encryption.decrypt(channel.settings())).isEqualTo(PLAIN);
    assertThat(channel.enabled()).isTrue();
  }

  @Test
  void sealsNothingWhereThereIsNothing() {
    assertThat(key.change(world.root)).isZero();
  }
}
