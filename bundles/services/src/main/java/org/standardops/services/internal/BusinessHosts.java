package org.standardops.services.internal;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.standardops.atom.Host;
import org.standardops.engine.port.Hosts;
import org.standardops.model.BusinessId;
import org.standardops.platform.ConfigurationPlatform;

/** The hosts of the configuration platform, as atoms see them. */
@Component
public final class BusinessHosts implements Hosts {

  private final ConfigurationPlatform platform;

  @Activate
  public BusinessHosts(@Reference ConfigurationPlatform platform) {
    this.platform = platform;
  }

  @Override
  public List<Host> of(BusinessId business) {
    try {
      return platform.hosts(business).stream().map(BusinessHosts::seen).toList();
    } catch (RuntimeException e) { // the edge to the platform, which may be another system
      throw new IllegalStateException(
          "The configuration platform gives no hosts of the business " + business + " now.", e);
    }
  }

  private static Host seen(org.standardops.platform.Host host) {
    return new Host(
        host.host(), host.port(), host.name(), host.groups(), host.user(), host.credential());
  }
}
