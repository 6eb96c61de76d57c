package org.standardops.atom.host.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.standardops.services.port.ServerSettings;

/**
 * The server's own access to outside systems, from {@code etc/org.standardops.<system>.cfg}; read
 * at each call, so that a changed file counts at once.
 */
@Component
public final class SettingsFiles implements ServerSettings {

  /** What the framework itself adds to a file's settings. */
  private static final Pattern BOOKKEEPING = Pattern.compile("(service|felix|component)\\..*");

  private final ConfigurationAdmin configurations;

  @Activate
  public SettingsFiles(@Reference ConfigurationAdmin configurations) {
    this.configurations = configurations;
  }

  @Override
  public Map<String, String> find(String system) {
    Map<String, String> settings = new HashMap<>();
    file(system)
        .forEach(
            (key, value) -> {
              String text = value.toString().strip();
              if (!text.isEmpty() && !BOOKKEEPING.matcher(key).matches()) {
                settings.put(key, text);
              }
            });
    return Map.copyOf(settings);
  }

  private Map<String, Object> file(String system) {
    try {
      Configuration[] found =
          configurations.listConfigurations("(service.pid=org.standardops." + system + ")");
      return found == null ? Map.of() : FrameworkUtil.asMap(found[0].getProperties());
    } catch (IOException e) {
      throw new UncheckedIOException("The settings of '" + system + "' cannot be read.", e);
    } catch (InvalidSyntaxException e) {
      throw new IllegalStateException(e); // the names of systems are ours
    }
  }
}
