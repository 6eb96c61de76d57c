package org.standardops.services.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.standardops.model.LightAppId;

/**
 * The desktop on which people find their light apps. Called after the change is on disk, and again
 * until a call returns; so each call tells the whole, may come twice, and may come late. The newest
 * tells what holds. A call that throws is repeated. Thread-safe.
 */
public interface Desktop {

  /** Shows a new app to its people. */
  void publish(Entry entry);

  /** Shows a changed app, to whoever its people are now. */
  void update(Entry entry);

  /** Shows it no more; nothing happens where it is not there. */
  void remove(LightAppId app);

  /**
   * An app on a desktop.
   *
   * @param link as {@link LightApp#link()}
   */
  record Entry(
      LightAppId id,
      String name,
      String description,
      String icon,
      String link,
      List<String> people,
      Optional<Instant> expiresAt) {

    public Entry {
      people = List.copyOf(people);
    }

    public static Entry of(LightApp app) {
      return new Entry(
          app.id(),
          app.form().name(),
          app.form().description(),
          app.form().icon(),
          app.link(),
          app.form().people(),
          app.form().expiresAt());
    }
  }
}
