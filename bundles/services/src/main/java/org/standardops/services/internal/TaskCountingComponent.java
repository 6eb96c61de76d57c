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
import org.standardops.services.port.StatisticsStore;

/** Looks every other second for tasks to count. */
@Component(service = {})
public final class TaskCountingComponent {

  private static final Logger LOG = LoggerFactory.getLogger(TaskCountingComponent.class);
  private static final int SECONDS = 2;

  private final TaskCounting counting;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread named = new Thread(work, "standardops-statistics");
            named.setDaemon(true);
            return named;
          });

  @Activate
  public TaskCountingComponent(@Reference Engine engine, @Reference StatisticsStore store) {
    counting = new TaskCounting(engine, store);
    thread.scheduleWithFixedDelay(this::look, SECONDS, SECONDS, TimeUnit.SECONDS);
  }

  private void look() {
    try {
      counting.countAll();
    } catch (StoreUnavailableException e) {
      LOG.debug("The database is away; ended tasks are counted when it is back.", e);
    } catch (RuntimeException e) { // the thread's edge: the next look must come
      LOG.error("Ended tasks could not be counted; this is tried again.", e);
    }
  }

  @Deactivate
  void stop() {
    thread.shutdownNow();
  }
}
