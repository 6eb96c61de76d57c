package org.standardops.services.internal;

import org.osgi.service.component.annotations.Component;
import org.standardops.model.LightAppId;
import org.standardops.services.port.Desktop;

/**
 * The desktop of this server, {@code GET /desktop}, reads the apps themselves: it need be told
 * nothing. Another desktop takes its place by a higher service ranking.
 */
@Component
public final class BuiltInDesktop implements Desktop {

  @Override
  public void publish(Entry entry) {}

  @Override
  public void update(Entry entry) {}

  @Override
  public void remove(LightAppId app) {}
}
