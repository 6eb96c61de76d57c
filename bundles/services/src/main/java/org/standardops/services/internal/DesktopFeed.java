package org.standardops.services.internal;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.standardops.services.port.Desktop;
import org.standardops.services.port.DesktopChanges;
import org.standardops.services.port.LightAppStore;

/**
 * Keeps the desktop told, on a thread of its own: at the start, when something changed, and every
 * half minute what failed before.
 */
@Component(service = DesktopFeed.class)
public final class DesktopFeed {

  private static final Logger LOG = LoggerFactory.getLogger(DesktopFeed.class);
  private static final Duration AGAIN = Duration.ofSeconds(30);

  private final DesktopNews news;
  private final ScheduledExecutorService thread;

  @Activate
  public DesktopFeed(
      @Reference(policyOption = ReferencePolicyOption.GREEDY) Desktop desktop,
      @Reference DesktopChanges changes,
      @Reference LightAppStore apps) {
    news = new DesktopNews(desktop, changes, apps);
    thread =
        new ScheduledThreadPoolExecutor(
            1,
            work -> {
              Thread daemon = new Thread(work, "desktop");
              daemon.setDaemon(true);
              return daemon;
            });
    thread.scheduleWithFixedDelay(this::tell, 0, AGAIN.toSeconds(), TimeUnit.SECONDS);
  }

  /** Something changed, and is committed. */
  void wake() {
    thread.execute(this::tell);
  }

  private void tell() {
    try {
      news.tell();
    } catch (RuntimeException e) {
      LOG.debug("What the desktop is to be told cannot be read; it will be tried again.", e);
    }
  }

  @Deactivate
  void stop() {
    thread.shutdown();
  }
}
