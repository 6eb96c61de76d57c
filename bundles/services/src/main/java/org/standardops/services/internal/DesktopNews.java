package org.standardops.services.internal;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.standardops.services.port.Desktop;
import org.standardops.services.port.DesktopChanges;
import org.standardops.services.port.DesktopChanges.Change;
import org.standardops.services.port.DesktopChanges.Kind;
import org.standardops.services.port.LightApp;
import org.standardops.services.port.LightAppStore;

/** Tells the desktop what it was not told yet; what fails stays to be told. */
record DesktopNews(Desktop desktop, DesktopChanges changes, LightAppStore apps) {

  private static final Logger LOG = LoggerFactory.getLogger(DesktopNews.class);
  private static final int AT_ONCE = 100;

  /** Each pending change once. */
  void tell() {
    List<Change> pending = changes.pending(AT_ONCE);
    while (pending.stream().filter(this::isTold).count() == AT_ONCE) {
      pending = changes.pending(AT_ONCE);
    }
  }

  private boolean isTold(Change change) {
    try {
      tell(change);
      changes.told(change);
      return true;
    } catch (RuntimeException e) {
      LOG.warn(
          "The desktop could not be told that the light app {} changed; it will be told again.",
          change.app(),
          e);
      return false;
    }
  }

  private void tell(Change change) {
    Optional<LightApp> app = apps.find(change.app());
    if (app.isEmpty() || change.kind() == Kind.REMOVE) {
      desktop.remove(change.app());
    } else if (change.kind() == Kind.PUBLISH) {
      desktop.publish(Desktop.Entry.of(app.get()));
    } else {
      desktop.update(Desktop.Entry.of(app.get()));
    }
  }
}
