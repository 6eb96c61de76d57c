package org.standardops.services.internal;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.standardops.engine.Engine;
import org.standardops.engine.port.StoreUnavailableException;
import org.standardops.model.ErrorCode;
import org.standardops.model.ProductException;
import org.standardops.services.port.AtomUses;
import org.standardops.services.port.BundleInstaller;

/** Looks each second whether a bundle that drains can go; asks the database only while one does. */
@Component(service = {})
public final class DrainingComponent {

  private static final Logger LOG = LoggerFactory.getLogger(DrainingComponent.class);

  private final Draining draining;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread named = new Thread(work, "standardops-draining");
            named.setDaemon(true);
            return named;
          });

  @Activate
  public DrainingComponent(
      @Reference BundleInstaller installer, @Reference AtomUses uses, @Reference Engine engine) {
    draining = new Draining(installer, uses, engine);
    thread.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
  }

  private void look() {
    try {
      draining.endAll();
    } catch (StoreUnavailableException e) {
      LOG.debug("The database is away; bundles go on draining when it is back.", e);
    } catch (ProductException e) {
      if (e.code() == ErrorCode.UNAVAILABLE) {
        LOG.debug("The engine is away; bundles go on draining when it is back.", e);
      } else {
        LOG.error("A bundle that drains could not be removed; this is tried again.", e);
      }
    } catch (RuntimeException e) { // the thread's edge: the next look must come
      LOG.error("A bundle that drains could not be removed; this is tried again.", e);
    }
  }

  @Deactivate
  void stop() {
    thread.shutdownNow();
  }
}
