package org.standardops.rest.configuration;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.standardops.model.SealedText;
import org.standardops.model.process.Variable;
import org.standardops.services.port.ConfigurationStore.Configuration;
import org.standardops.services.port.ConfigurationStore.Entry;

/**
 * The configuration of a business as it is answered; sent back, it means the same.
 *
 * @param changedBy empty where nothing was ever configured; so too the time
 */
public record ConfigurationBody(
    List<EntryBody> variables,
    long version,
    Optional<String> changedBy,
    Optional<Instant> changedAt) {

  /** A value, and what it must fit. */
  public record EntryBody(
      String key,
      String name,
      Variable.Type type,
      Map<String, Object> schema,
      Optional<Object> value,
      String help) {

    static EntryBody of(Entry entry) {
      return new EntryBody(
          entry.key(),
          entry.name(),
          entry.type(),
          entry.schema(),
          entry.value().map(SealedText::shown),
          entry.help());
    }
  }

  static ConfigurationBody of(Configuration configuration) {
    boolean ever = configuration.version() > 0;
    return new ConfigurationBody(
        configuration.variables().stream().map(EntryBody::of).toList(),
        configuration.version(),
        Optional.of(configuration.changedBy()).filter(by -> ever),
        Optional.of(configuration.changedAt()).filter(at -> ever));
  }
}
