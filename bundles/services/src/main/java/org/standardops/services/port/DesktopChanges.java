package org.standardops.services.port;

import java.util.List;
import org.standardops.model.LightAppId;

/**
 * What the desktop was not told yet: noted in the transaction of the change itself, so that nothing
 * is forgotten. At most one for each app, the newest. Each call is one transaction. Thread-safe.
 */
public interface DesktopChanges {

  /** At most so many; in no order. */
  List<Change> pending(int limit);

  /** Forgets a change, unless a newer one took its place. */
  void told(Change change);

  /**
   * A change of one app.
   *
   * @param version of the app, by which a newer change is told from this
   */
  record Change(LightAppId app, Kind kind, long version) {}

  /** What to tell. */
  enum Kind {
    PUBLISH,
    UPDATE,
    REMOVE
  }
}
