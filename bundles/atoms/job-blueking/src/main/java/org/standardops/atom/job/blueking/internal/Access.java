package org.standardops.atom.job.blueking.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.standardops.atom.Call;
import org.standardops.atom.answer.JsonObject;

/**
 * How the business reaches the Job Platform, and as whom: set by a business admin, never by who
 * makes or starts a process.
 *
 * @param base of the Job Platform's API at the gateway
 * @param executor the BlueKing user as whom everything is done
 */
record Access(
    String base,
    String appCode,
    String appSecret,
    String executor,
    String scopeType,
    String scopeId) {

  static final String SYSTEM = "blueking";
  private static final String JOB_PATH = "/bk-job/prod/api/v3";

  /**
   * @throws JobApiFailed saying what to set where
   */
  static Access of(Call call) throws JobApiFailed {
    Map<String, String> connection = call.connection(SYSTEM);
    List<String> missing = new ArrayList<>();
    for (String name : List.of("endpoint", "appCode", "appSecret", "executor", "scopeId")) {
      if (connection.getOrDefault(name, "").isBlank()) {
        missing.add(name);
      }
    }
    if (!missing.isEmpty()) {
      throw JobApiFailed.notConfigured(
          "The business's connection to BlueKing lacks "
              + String.join(", ", missing)
              + ": a business admin sets it under the business's connections, system "
              + SYSTEM
              + ".");
    }
    String endpoint = connection.get("endpoint").strip();
    return new Access(
        (endpoint.endsWith("/") ? endpoint.substring(0, endpoint.length() - 1) : endpoint)
            + connection.getOrDefault("jobPath", JOB_PATH),
        connection.get("appCode"),
        connection.get("appSecret"),
        connection.get("executor"),
        connection.getOrDefault("scopeType", "biz"),
        connection.get("scopeId"));
  }

  /** The header by which the gateway knows app and user. */
  String authorization() {
    Map<String, Object> who = new LinkedHashMap<>();
    who.put("bk_app_code", appCode);
    who.put("bk_app_secret", appSecret);
    who.put("bk_username", executor);
    return new String(new JsonObject(who).write(), StandardCharsets.UTF_8);
  }

  Map<String, Object> scope() {
    Map<String, Object> scope = new LinkedHashMap<>();
    scope.put("bk_scope_type", scopeType);
    scope.put("bk_scope_id", scopeId);
    return scope;
  }
}
