package org.standardops.services.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.standardops.model.ErrorCode;
import org.standardops.model.Fault;
import org.standardops.model.ProductException;
import org.standardops.services.ConnectionService;
import org.standardops.services.ConnectionService.ConnectionView;
import org.standardops.services.fake.InMemoryComponentStore;
import org.standardops.services.fake.InMemoryConnectionStore;
import org.standardops.services.port.ComponentStore.StoredComponent;

class ConnectionUseCasesTest {

  private static final String CLOUD = "tencentcloud";
  private static final OptionalLong ANY = OptionalLong.empty();
  private static final Map<String, Object> OWN =
      Map.of("secretId", "own-id", "secretKey", "own-key", "region", "ap-guangzhou");

  private final World world = new World();
  private final InMemoryConnectionStore store = new InMemoryConnectionStore();
  private final InMemoryComponentStore components = new InMemoryComponentStore();
  private final ConnectionService connections =
      new ConnectionUseCases(
          store, world.secretStore, components, world.encryption, world.businesses, world.clock);
  private Map<String, String> server =
      Map.of("endpoint", "https://cloud", "secretId", "server-id", "secretKey", "server-key");

  private ConnectionView set(String system, Map<String, Object> settings) {
    return connections.replace(world.ann, World.B1, system, ANY, settings);
  }

  private Map<String, String> used() {
    return new BusinessConnections(
            store,
            world.encryption,
            new BusinessSecrets(world.secretStore, world.encryption),
            system -> server)
        .find(World.B1, CLOUD);
  }

  @Test
  void theBusinessesOwnCountsOverTheServers() {
    assertThat(used()).isEqualTo(server);

    set(CLOUD, OWN);

    assertThat(used())
        .isEqualTo(
            Map.of(
                "endpoint", "https://cloud",
                "secretId", "own-id",
                "secretKey", "own-key",
                "region", "ap-guangzhou"));
    connections.delete(world.ann, World.B1, CLOUD, ANY);
    assertThat(used()).isEqualTo(server);
  }

  @Test
  void theServersKeyNeverGoesToAnAddressOfTheBusinesses() {
    set(CLOUD, Map.of("endpoint", "https://elsewhere.example.com"));

    assertThat(used()).doesNotContainKey("secretKey");
    set(CLOUD, Map.of("endpoint", "https://cloud"));
    assertThat(used()).containsEntry("secretKey", "server-key");
  }

  @Test
  void aSecretIsSealedAndNeverTold() {
    ConnectionView set = set(CLOUD, OWN);

    assertThat(set.settings())
        .containsEntry("secretKey", Map.of("secret", true))
        .containsEntry("secretId", "own-id");
    assertThat(store.everything()).doesNotContain("own-key");
    assertThat(connections.list(world.ann, World.B1).toString()).doesNotContain("own-key");
  }

  @Test
  void whatWasToldCanBeSentBack() {
    ConnectionView before = set(CLOUD, OWN);

    ConnectionView after =
        connections.replace(
            world.ann, World.B1, CLOUD, OptionalLong.of(before.version()), before.settings());

    assertThat(after.version()).isEqualTo(before.version() + 1);
    assertThat(used()).containsEntry("secretKey", "own-key");
  }

  @Test
  void aKeyMayBeASecretOfTheBusiness() {
    world.secrets.put(world.ann, World.B1, "cloud-key", "first key");
    ConnectionView set =
        set(CLOUD, Map.of("secretId", "own-id", "secretKey", Map.of("secret", "cloud-key")));
    assertThat(set.settings()).containsEntry("secretKey", Map.of("secret", "cloud-key"));

    world.secrets.put(world.ann, World.B1, "cloud-key", "second key");
    assertThat(used()).containsEntry("secretKey", "second key");

    world.secrets.delete(world.ann, World.B1, "cloud-key");
    assertThat(used()).doesNotContainKey("secretKey");
  }

  @Test
  void everyFaultIsToldAtItsPlace() {
    assertThat(
            faults(
                CLOUD,
                Map.of(
                    "secretId", "id",
                    "endpoint", "ftp://x",
                    "other", "x")))
        .extracting(Fault::pointer)
        .containsExactlyInAnyOrder("/secretKey", "/endpoint", "/other");
    assertThat(faults(CLOUD, Map.of("secretId", "id", "secretKey", Map.of("secret", "none"))))
        .extracting(Fault::code)
        .containsExactly("UNKNOWN_SECRET");
    assertThat(faults("blueking", Map.of("executor", "root; rm -rf /")))
        .extracting(Fault::pointer)
        .containsExactly("/executor");
  }

  private List<Fault> faults(String system, Map<String, Object> settings) {
    try {
      set(system, settings);
      throw new AssertionError("Taken: " + settings);
    } catch (ProductException e) {
      return e.faults();
    }
  }

  @Test
  void twoWhoChangeAtOnceAreTold() {
    set(CLOUD, OWN);

    assertThatThrownBy(
            () ->
                connections.replace(
                    world.ann, World.B1, CLOUD, OptionalLong.of(0), Map.of("region", "x")))
        .asInstanceOf(type(ProductException.class))
        .extracting(ProductException::code)
        .isEqualTo(ErrorCode.ETAG_CHANGED);
  }

  @Test
  void aSystemThatNobodyKnowsOrTheServerAloneSetsUpIsNotThere() {
    assertThatThrownBy(() -> set("job", Map.of("anyHost", "true")))
        .asInstanceOf(type(ProductException.class))
        .extracting(ProductException::code)
        .isEqualTo(ErrorCode.NOT_FOUND);
    assertThatThrownBy(() -> connections.find(world.ann, World.B1, "security"))
        .asInstanceOf(type(ProductException.class))
        .extracting(ProductException::code)
        .isEqualTo(ErrorCode.NOT_FOUND);
  }

  @Test
  void aComponentHasAnAccessAsSoonAsItIsThere() {
    assertThatThrownBy(() -> set("component-cmdb", Map.of("token", "t0ken")))
        .asInstanceOf(type(ProductException.class))
        .extracting(ProductException::code)
        .isEqualTo(ErrorCode.NOT_FOUND);

    components.add(
        new StoredComponent("cmdb", "1.0.0", "", new byte[0], "root", world.clock.instant()));

    assertThat(set("component-cmdb", Map.of("token", "t0ken")).settings())
        .containsEntry("token", Map.of("secret", true));
    assertThat(connections.list(world.ann, World.B1))
        .extracting(ConnectionView::system)
        .containsExactly("blueking", "component-cmdb", "tencentcloud");
  }
}
