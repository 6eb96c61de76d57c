package org.standardops.atom.job.blueking.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.standardops.atom.answer.JsonObject;

/** How a job at the Job Platform is doing. */
record Instance(JsonObject status) {

  private static final int SUCCEEDED = 3;
  private static final int AGENT_SUCCEEDED = 9;
  private static final Map<Integer, String> STATES =
      Map.ofEntries(
          Map.entry(1, "PENDING"),
          Map.entry(2, "RUNNING"),
          Map.entry(SUCCEEDED, "SUCCEEDED"),
          Map.entry(4, "FAILED"),
          Map.entry(5, "SKIPPED"),
          Map.entry(6, "ERROR_IGNORED"),
          Map.entry(7, "WAITING"),
          Map.entry(8, "TERMINATED"),
          Map.entry(9, "ABNORMAL"),
          Map.entry(10, "TERMINATING"),
          Map.entry(11, "TERMINATED"),
          Map.entry(13, "TERMINATED"),
          Map.entry(14, "ABANDONED"));

  /** One host of one step. */
  record HostOfStep(String step, long stepId, String host, JsonObject result) {

    boolean succeeded() {
      return result.whole("status") == AGENT_SUCCEEDED;
    }

    Map<String, Object> json() {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("host", host);
      json.put("step", step);
      json.put("state", succeeded() ? "SUCCEEDED" : "FAILED");
      json.put("exitCode", result.whole("exit_code"));
      result.text("tag").filter(tag -> !tag.isEmpty()).ifPresent(tag -> json.put("tag", tag));
      return json;
    }
  }

  boolean finished() {
    return status.flag("finished");
  }

  boolean succeeded() {
    return code() == SUCCEEDED;
  }

  boolean terminated() {
    return state().equals("TERMINATED");
  }

  String state() {
    return STATES.getOrDefault(code(), "STATUS_" + code());
  }

  private int code() {
    return status.object("job_instance").map(job -> job.whole("status")).orElse(0);
  }

  List<HostOfStep> hosts() {
    List<HostOfStep> hosts = new ArrayList<>();
    for (JsonObject step : status.objects("step_instance_list")) {
      for (JsonObject result : step.objects("step_ip_result_list")) {
        hosts.add(
            new HostOfStep(
                step.text("name").orElse(""),
                ((Number) step.fields().getOrDefault("step_instance_id", 0)).longValue(),
                result.text("ip").orElse("host " + result.whole("bk_host_id")),
                result));
      }
    }
    return hosts;
  }
}
