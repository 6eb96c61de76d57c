package org.standardops.services.internal;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.standardops.model.ProcessId;
import org.standardops.services.port.LightAppStore;
import org.standardops.services.port.ProcessUse;
import org.standardops.services.port.ProcessUsers;

/** A process is in use while light apps were made from its tasks. */
@Component
public final class LightAppsOfProcess implements ProcessUsers {

  private final LightAppStore apps;

  @Activate
  public LightAppsOfProcess(@Reference LightAppStore apps) {
    this.apps = apps;
  }

  @Override
  public List<ProcessUse> of(ProcessId process, int limit) {
    return apps.usedBy(process).stream()
        .limit(limit)
        .map(
            app ->
                new ProcessUse(ProcessUse.Kind.LIGHT_APP, app.id().value(), app.form().name(), ""))
        .toList();
  }
}
