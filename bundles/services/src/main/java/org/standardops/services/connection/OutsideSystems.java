package org.standardops.services.connection;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.standardops.json.JsonCodec;

/** The systems that come described with the server, one file each. Immutable. */
public final class OutsideSystems {

  private static final List<String> DESCRIBED = List.of("blueking", "job", "tencentcloud");

  private final List<OutsideSystem> all;

  public OutsideSystems() {
    all = DESCRIBED.stream().map(OutsideSystems::read).toList();
  }

  /** By name. */
  public List<OutsideSystem> all() {
    return all;
  }

  public Optional<OutsideSystem> find(String name) {
    return all.stream().filter(system -> system.name().equals(name)).findFirst();
  }

  @SuppressWarnings("unchecked") // the names in a JSON object are texts
  private static OutsideSystem read(String name) {
    try (InputStream file = OutsideSystems.class.getResourceAsStream(name + ".json")) {
      return new OutsideSystem(
          name, (Map<String, Object>) new JsonCodec().read(file.readAllBytes(), Map.class));
    } catch (IOException e) {
      throw new UncheckedIOException("The description of '" + name + "' cannot be read.", e);
    }
  }
}
