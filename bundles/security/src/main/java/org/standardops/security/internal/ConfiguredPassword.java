package org.standardops.security.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.osgi.service.cm.ConfigurationAdmin;

/**
 * The password that whoever installs the server chose for its first account: the environment's,
 * else that of {@code etc/org.standardops.cfg}. Looked up when it is needed, and not taken as a
 * component's property, for those can be seen in the service registry.
 */
final class ConfiguredPassword implements Supplier<Optional<char[]>> {

  private static final String PID = "org.standardops";

  private final Map<String, String> environment;
  private final ConfigurationAdmin settings;

  ConfiguredPassword(Map<String, String> environment, ConfigurationAdmin settings) {
    this.environment = environment;
    this.settings = settings;
  }

  @Override
  public Optional<char[]> get() {
    return Stream.of(Optional.ofNullable(environment.get("STANDARDOPS_ADMIN_PASSWORD")), setting())
        .flatMap(Optional::stream)
        .filter(password -> !password.isBlank())
        .findFirst()
        .map(String::toCharArray);
  }

  private Optional<String> setting() {
    try {
      return Optional.ofNullable(settings.getConfiguration(PID, null).getProperties())
          .map(properties -> properties.get("adminPassword"))
          .map(String::valueOf);
    } catch (IOException e) {
      throw new UncheckedIOException("The settings cannot be read; look at the folder etc.", e);
    }
  }
}
