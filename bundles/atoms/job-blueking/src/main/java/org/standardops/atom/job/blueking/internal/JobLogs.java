package org.standardops.atom.job.blueking.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.standardops.atom.Call;
import org.standardops.atom.Log;
import org.standardops.atom.answer.JsonObject;

/** Writes what a job's hosts printed to the node's log, a section each. */
final class JobLogs {

  private static final int HOSTS_AT_ONCE = 10;
  private static final int MOST_VARIABLES = 200;
  private static final int LONGEST_VALUE = 4_000;
  private static final Pattern VARIABLE =
      Pattern.compile("<SOPS_VAR>([A-Za-z][A-Za-z0-9_]{0,63}):(.*?)</SOPS_VAR>");
  private static final List<String> OWN = List.of("job", "state", "executor", "results");

  private final Call call;
  private final JobApi api;
  private final long job;
  private final Map<String, String> variables = new LinkedHashMap<>();

  JobLogs(Call call, JobApi api, long job) {
    this.call = call;
    this.api = api;
    this.job = job;
  }

  /**
   * A log that cannot be read is told in the node's log and changes nothing about the job's end.
   *
   * @return what {@code <SOPS_VAR>key:value</SOPS_VAR>} sets; of several hosts the first one counts
   */
  Map<String, String> write(List<Instance.HostOfStep> hosts) {
    Map<Long, List<Instance.HostOfStep>> steps =
        hosts.stream()
            .collect(
                Collectors.groupingBy(
                    Instance.HostOfStep::stepId, LinkedHashMap::new, Collectors.toList()));
    steps.forEach(
        (step, all) -> {
          for (int from = 0; from < all.size(); from += HOSTS_AT_ONCE) {
            write(step, all.subList(from, Math.min(all.size(), from + HOSTS_AT_ONCE)));
          }
        });
    return variables;
  }

  private void write(long step, List<Instance.HostOfStep> hosts) {
    try {
      JsonObject logs =
          api.post(
              "batch_get_job_instance_ip_log",
              Map.of(
                  "job_instance_id",
                  job,
                  "step_instance_id",
                  step,
                  "host_id_list",
                  hosts.stream().map(host -> host.result().fields().get("bk_host_id")).toList()));
      for (JsonObject host : logs.objects("script_task_logs")) {
        lines(host, host.text("log_content").orElse(""));
      }
      for (JsonObject host : logs.objects("file_task_logs")) {
        host.objects("file_logs").forEach(file -> lines(host, file.text("log_content").orElse("")));
      }
    } catch (JobApiFailed e) {
      call.log().warn("The output of " + hosts.size() + " hosts cannot be read: " + e.getMessage());
    }
  }

  private void lines(JsonObject host, String content) {
    Log log = call.log().section(host.text("ip").orElse("host " + host.whole("bk_host_id")));
    content.lines().forEach(log::info);
    Matcher matcher = VARIABLE.matcher(content);
    while (matcher.find() && variables.size() < MOST_VARIABLES) {
      if (!OWN.contains(matcher.group(1))) {
        String value = matcher.group(2);
        variables.putIfAbsent(
            matcher.group(1), value.substring(0, Math.min(LONGEST_VALUE, value.length())));
      }
    }
  }
}
