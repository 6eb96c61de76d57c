package org.standardops.rest.connection;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.standardops.services.ConnectionService.Change;
import org.standardops.services.ConnectionService.ConnectionView;

/** A connection as it is answered: its settings beside what the server says of it. */
final class ConnectionBody {

  private static final Set<String> MADE_BY_SERVER =
      Set.of("system", "own", "schema", "changedBy", "changedAt");

  private ConnectionBody() {}

  /** In a list: what may be set, and whether it is. */
  record Summary(
      String system,
      boolean own,
      Map<String, Object> schema,
      Optional<String> changedBy,
      Optional<Instant> changedAt) {
    static Summary of(ConnectionView view) {
      return new Summary(
          view.system(),
          view.change().isPresent(),
          view.schema(),
          view.change().map(Change::by),
          view.change().map(Change::at));
    }
  }

  static Map<String, Object> of(ConnectionView view) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("system", view.system());
    body.put("own", view.change().isPresent());
    body.putAll(view.settings());
    body.put("changedBy", view.change().map(Change::by).orElse(null));
    body.put("changedAt", view.change().map(Change::at).orElse(null));
    return body;
  }

  static Map<String, Object> settings(Map<String, Object> body) {
    Map<String, Object> settings = new LinkedHashMap<>(body);
    settings.keySet().removeAll(MADE_BY_SERVER);
    return settings;
  }
}
