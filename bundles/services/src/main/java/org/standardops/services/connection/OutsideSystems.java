package org.standardops.services.connection;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.standardops.json.JsonCodec;

/**
 * The systems that are known: those that come described with the server, one file each, and a
 * system {@code component-<name>} for each component. Immutable.
 */
public final class OutsideSystems {

  private static final List<String> DESCRIBED = List.of("blueking", "job", "tencentcloud");

  private static final Pattern COMPONENT = Pattern.compile("component-([a-z][a-z0-9]{0,31})");

  private final List<OutsideSystem> described;
  private final Map<String, Object> component;

  public OutsideSystems() {
    described = DESCRIBED.stream().map(OutsideSystems::read).toList();
    component = read("component").schema();
  }

  /**
   * All, by name.
   *
   * @param components names of those that are there
   */
  public List<OutsideSystem> all(List<String> components) {
    return Stream.concat(
            described.stream(), components.stream().map(name -> component("component-" + name)))
        .sorted(Comparator.comparing(OutsideSystem::name))
        .toList();
  }

  /** That of a component also where the component is not there (any more). */
  public Optional<OutsideSystem> find(String name) {
    return COMPONENT.matcher(name).matches()
        ? Optional.of(component(name))
        : described.stream().filter(system -> system.name().equals(name)).findFirst();
  }

  private OutsideSystem component(String name) {
    return new OutsideSystem(name, component);
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
