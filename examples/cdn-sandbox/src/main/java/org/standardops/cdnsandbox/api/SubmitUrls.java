package org.standardops.cdnsandbox.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.standardops.cdnsandbox.Settings;
import org.standardops.cdnsandbox.http.Json;
import org.standardops.cdnsandbox.network.Network;
import org.standardops.cdnsandbox.network.TaskKind;

/** PushUrlsCache and PurgeUrlsCache: all URLs of a call are accepted, or none. */
record SubmitUrls(TaskKind kind, Network network, Supplier<Settings> settings, InstantSource clock)
    implements Action {

  @Override
  public Set<String> parameters() {
    return kind == TaskKind.PUSH
        ? Set.of(
            "Urls",
            "UserAgent",
            "Area",
            "Layer",
            "ParseM3U8",
            "DisableRange",
            "Headers",
            "UrlEncode")
        : Set.of("Urls", "Area", "UrlEncode");
  }

  @Override
  public ObjectNode run(Parameters parameters) throws ApiError {
    List<String> urls = parameters.texts("Urls");
    String area = parameters.area().orElse("mainland");
    checkUrls(urls);
    // Counting the day and adding to it are one step, or two calls at once could pass the limit.
    synchronized (network) {
      checkQuotas(urls.size());
      return Json.object().put("TaskId", network.submit(kind, urls, area));
    }
  }

  private void checkUrls(List<String> urls) throws ApiError {
    for (String url : urls) {
      if (url.contains("://*")) {
        throw new ApiError(
            kind == TaskKind.PUSH
                ? "InvalidParameter.CdnPushWildcardNotAllowed"
                : "InvalidParameter.CdnPurgeWildcardNotAllowed",
            "A wildcard domain is not allowed: " + url);
      }
      if (!network.isUrl(url)) {
        throw ApiError.parameter("A URL must begin with http:// or https:// and a host: " + url);
      }
      if (!network.accelerates(url)) {
        throw new ApiError(
            "ResourceNotFound.CdnHostNotExists", "The account has no such domain: " + url);
      }
    }
  }

  private void checkQuotas(int urls) throws ApiError {
    Settings limits = settings.get();
    boolean push = kind == TaskKind.PUSH;
    String code = push ? "LimitExceeded.CdnPush" : "LimitExceeded.CdnPurgeUrl";
    if (urls > limits.urlsPerCall()) {
      throw new ApiError(
          code + "ExceedBatchLimit", "A call takes at most " + limits.urlsPerCall() + " URLs.");
    }
    int most = push ? limits.pushUrlsPerDay() : limits.purgeUrlsPerDay();
    long used = network.tasks(kind).stream().filter(row -> isToday(row.created())).count();
    if (used + urls > most) {
      throw new ApiError(
          code + "ExceedDayLimit", "%d of %d URLs of the day are used.".formatted(used, most));
    }
  }

  private boolean isToday(Instant instant) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), Parameters.ZONE);
    return LocalDate.ofInstant(instant, Parameters.ZONE).equals(today);
  }
}
