package org.standardops.services.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.standardops.services.port.AuditStore;
import org.standardops.services.port.DeliveryStore;

/**
 * Removes deliveries and audit records that are older than the settings say, a few at a time.
 * Several servers may do so on one database.
 */
@Component(
    service = {},
    immediate = true)
public final class PastItsAge {

  private static final Logger LOG = LoggerFactory.getLogger(PastItsAge.class);
  private static final Duration PAUSE = Duration.ofHours(1);
  static final int AT_ONCE = 500;

  private final Turns turns = new Turns();
  private final DeliveryStore deliveries;
  private final AuditStore audit;
  private final InstantSource clock;

  @Activate
  public PastItsAge(@Reference DeliveryStore deliveries, @Reference AuditStore audit) {
    this(deliveries, audit, InstantSource.system());
    Duration ofDeliveries = days("standardops.delivery.days", 90, Duration.ofDays(1));
    Duration ofAudit = days("standardops.audit.days", 1095, AuditStore.LEAST_AGE);
    turns.start("past-its-age", PAUSE, () -> remove(ofDeliveries, ofAudit));
  }

  PastItsAge(DeliveryStore deliveries, AuditStore audit, InstantSource clock) {
    this.deliveries = deliveries;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @return true where there is more
   */
  boolean remove(Duration ofDeliveries, Duration ofAudit) {
    Instant now = clock.instant();
    int told = deliveries.removeSettled(now.minus(ofDeliveries), AT_ONCE);
    int recorded = audit.remove(now.minus(ofAudit), AT_ONCE);
    if (told + recorded > 0) {
      LOG.info(
          "Removed {} deliveries older than {} days and {} audit records older than {} days.",
          told,
          ofDeliveries.toDays(),
          recorded,
          ofAudit.toDays());
    }
    return told == AT_ONCE || recorded == AT_ONCE;
  }

  private static Duration days(String property, long otherwise, Duration least) {
    Duration days = Duration.ofDays(Long.getLong(property, otherwise));
    if (days.compareTo(least) >= 0) {
      return days;
    }
    LOG.warn("{} is {} days, which is too few; {} it is.", property, days.toDays(), least.toDays());
    return least;
  }

  @Deactivate
  public void stop() {
    turns.stop();
  }
}
