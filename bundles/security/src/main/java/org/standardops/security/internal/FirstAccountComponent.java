package org.standardops.security.internal;

import java.time.InstantSource;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.standardops.services.port.AccountStore;
import org.standardops.services.port.FirstAccount;
import org.standardops.services.port.PasswordHashing;

/**
 * Sees to it that there is a first account, on a thread of its own and again and again while the
 * database is away: an activation must not wait for a database.
 */
@Component(immediate = true)
public final class FirstAccountComponent implements FirstAccount {

  private static final Logger LOG = LoggerFactory.getLogger(FirstAccountComponent.class);

  private static final long FIRST_PAUSE_MILLIS = 250;
  private static final long LONGEST_PAUSE_MILLIS = 8_000;

  private final FirstAdmin admin;
  private final ScheduledThreadPoolExecutor thread;
  private volatile boolean there;

  @Activate
  public FirstAccountComponent(
      @Reference AccountStore accounts,
      @Reference PasswordHashing hashing,
      @Reference ConfigurationAdmin settings) {
    this(
        new FirstAdmin(
            accounts,
            hashing,
            DataFolder.path(),
            new ConfiguredPassword(System.getenv(), settings),
            InstantSource.system()));
  }

  FirstAccountComponent(FirstAdmin admin) {
    this.admin = admin;
    thread =
        new ScheduledThreadPoolExecutor(1, task -> new Thread(task, "standardops-first-account"));
    thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    thread.execute(() -> tryToMake(FIRST_PAUSE_MILLIS));
  }

  private void tryToMake(long pauseMillis) {
    try {
      admin.make();
      there = true;
      thread.shutdown();
    } catch (RuntimeException e) {
      // Whatever the database throws while it is away: there is nobody to hand it to but the log.
      if (pauseMillis == FIRST_PAUSE_MILLIS) {
        LOG.warn(
            "The first account cannot be looked for or made yet ({}); tried again until the"
                + " database answers.",
            e.toString());
      }
      if (!thread.isShutdown()) {
        thread.schedule(
            () -> tryToMake(Math.min(LONGEST_PAUSE_MILLIS, 2 * pauseMillis)),
            pauseMillis,
            TimeUnit.MILLISECONDS);
      }
    }
  }

  @Override
  public boolean isThere() {
    return there;
  }

  @Override
  public void passwordChanged(String account) {
    admin.passwordChanged(account);
  }

  /** Interrupts nothing: the thread may be inside the database. */
  @Deactivate
  public void stop() {
    thread.shutdown();
  }
}
