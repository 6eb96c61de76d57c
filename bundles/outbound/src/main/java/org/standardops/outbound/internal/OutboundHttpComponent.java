package org.standardops.outbound.internal;

import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.standardops.atom.Http;
import org.standardops.engine.port.OutboundHttp;

/** Follows its configuration without disturbing what is under way. */
@Component(configurationPid = "org.standardops.outbound")
public final class OutboundHttpComponent implements OutboundHttp {

  private static final Logger LOG = LoggerFactory.getLogger(OutboundHttpComponent.class);

  private final OutboundClient client;
  private volatile AllowList allowed;

  @Activate
  public OutboundHttpComponent(OutboundConfiguration configuration) {
    this.allowed = read(configuration);
    this.client = new OutboundClient(SystemDefaultDnsResolver.INSTANCE, () -> allowed);
  }

  @Modified
  void modified(OutboundConfiguration configuration) {
    allowed = read(configuration);
  }

  @Deactivate
  void deactivate() throws IOException {
    client.close();
  }

  @Override
  public Http forCall(String intentKey, BooleanSupplier cancelled) {
    return client.forCall(intentKey, cancelled);
  }

  private static AllowList read(OutboundConfiguration configuration) {
    AllowList list = AllowList.parse(configuration.allow());
    for (String entry : list.unreadable()) {
      LOG.warn(
          "In etc/org.standardops.outbound.cfg, allow has an entry that is no host name, address or"
              + " CIDR range and allows nothing: {}",
          entry);
    }
    return list;
  }
}
