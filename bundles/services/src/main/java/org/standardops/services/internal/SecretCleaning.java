package org.standardops.services.internal;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.standardops.engine.port.StoreUnavailableException;
import org.standardops.services.port.SecretStore;

/** Deletes secrets that were entered for what is gone, or never came to be. */
@Component(service = {})
public final class SecretCleaning {

  private static final Logger LOG = LoggerFactory.getLogger(SecretCleaning.class);

  /** By then whatever a secret was entered for refers to it, or never will. */
  private static final Duration AGE = Duration.ofDays(1);

  private static final long HOURS = 6;

  private final SecretStore secrets;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread named = new Thread(work, "standardops-secrets");
            named.setDaemon(true);
            return named;
          });

  @Activate
  public SecretCleaning(@Reference SecretStore secrets) {
    this.secrets = secrets;
    thread.scheduleWithFixedDelay(this::clean, 1, HOURS, TimeUnit.HOURS);
  }

  private void clean() {
    try {
      int deleted = secrets.clean(InstantSource.system().instant().minus(AGE));
      LOG.debug("{} secrets were deleted that nothing refers to.", deleted);
    } catch (StoreUnavailableException e) {
      LOG.debug("The database is away; secrets are cleaned when it is back.", e);
    } catch (RuntimeException e) { // the thread's edge: the next time must come
      LOG.error("Secrets that nothing refers to could not be deleted; this is tried again.", e);
    }
  }

  @Deactivate
  void stop() {
    thread.shutdownNow();
  }
}
