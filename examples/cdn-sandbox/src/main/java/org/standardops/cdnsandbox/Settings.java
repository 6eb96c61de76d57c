package org.standardops.cdnsandbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * How the sandbox behaves. A value left out of a configuration file keeps its default.
 *
 * @param secretId the SecretId that the API knows
 * @param secretKey the SecretKey that belongs to it
 * @param pushDuration from the call of PushUrlsCache until the last of its URLs is done
 * @param purgeDuration from the call of PurgeUrlsCache until the last of its URLs is done
 * @param listingDelay how long a new task stays unseen by DescribePushTasks and DescribePurgeTasks
 * @param urlsPerCall most URLs of one push or purge
 * @param pushUrlsPerDay most pushed URLs of one day in UTC+8
 * @param purgeUrlsPerDay most purged URLs of one day in UTC+8
 * @param callsPerSecond most calls of one action within a second
 * @param failing a push or purge of a URL that contains one of these texts ends with status fail
 * @param domains the domains that the edge accelerates
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Settings(
    String secretId,
    String secretKey,
    Duration pushDuration,
    Duration purgeDuration,
    Duration listingDelay,
    Integer urlsPerCall,
    Integer pushUrlsPerDay,
    Integer purgeUrlsPerDay,
    Integer callsPerSecond,
    List<String> failing,
    List<Domain> domains) {

  private static final List<Domain> DOMAINS =
      List.of(
          new Domain("127.0.0.1", "127.0.0.1"),
          new Domain("localhost", "localhost"),
          new Domain("cdn.example.test", "cdn.example.test"),
          new Domain("static.example.test", "origin.example.test"));

  public Settings {
    secretId = orElse(secretId, "sandbox-secret-id");
    secretKey = orElse(secretKey, "sandbox-secret-key");
    pushDuration = notNegative("pushDuration", orElse(pushDuration, Duration.ofSeconds(3)));
    purgeDuration = notNegative("purgeDuration", orElse(purgeDuration, Duration.ofSeconds(1)));
    listingDelay = notNegative("listingDelay", orElse(listingDelay, Duration.ofSeconds(2)));
    urlsPerCall = orElse(urlsPerCall, 500);
    pushUrlsPerDay = orElse(pushUrlsPerDay, 1_000);
    purgeUrlsPerDay = orElse(purgeUrlsPerDay, 10_000);
    callsPerSecond = orElse(callsPerSecond, 20);
    failing = List.copyOf(orElse(failing, List.of()));
    domains = List.copyOf(orElse(domains, DOMAINS));
  }

  public static Settings defaults() {
    return new Settings(null, null, null, null, null, null, null, null, null, null, null);
  }

  private static <T> T orElse(T value, T otherwise) {
    return Objects.requireNonNullElse(value, otherwise);
  }

  private static Duration notNegative(String name, Duration value) {
    if (value.isNegative()) {
      throw new IllegalArgumentException(name + " is negative: " + value);
    }
    return value;
  }
}
