package org.standardops.security.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/**
 * The password that whoever installs the server chose for its first account: the environment's,
 * else that of {@code etc/org.standardops.cfg}. Looked up when it is needed, and not taken as a
 * component's property, for those can be seen in the service registry.
 */
final class ConfiguredPassword implements Supplier<Optional<char[]>> {

  private static final String FILTER = "(service.pid=org.standardops)";

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
      return Stream.ofNullable(settings.listConfigurations(FILTER))
          .flatMap(Stream::of)
          .map(Configuration::getProperties)
          .map(properties -> properties.get("adminPassword"))
          .flatMap(Stream::ofNullable)
          .map(String::valueOf)
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException("The settings cannot be read; look at the folder etc.", e);
    } catch (InvalidSyntaxException e) {
      throw new IllegalStateException("The filter " + FILTER + " is well formed.", e);
    }
  }
}
