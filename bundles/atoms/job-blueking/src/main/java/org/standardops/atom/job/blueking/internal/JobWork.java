package org.standardops.atom.job.blueking.internal;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.standardops.atom.Call;
import org.standardops.atom.Cancellation;
import org.standardops.atom.Outcome;
import org.standardops.atom.Touched;
import org.standardops.atom.answer.JsonObject;

/** One call's part of a job at the Job Platform, from its start to its end. */
final class JobWork {

  private static final int MOST_TROUBLES = 10;
  private static final Duration LOOK_AFTER_CANCEL = Duration.ofSeconds(2);

  private final Call call;

  JobWork(Call call) {
    this.call = call;
  }

  Outcome start(String name, Map<String, ?> body) {
    try {
      Access access = Access.of(call);
      JsonObject made = new JobApi(call, access).post(name, body);
      if (!(made.fields().get("job_instance_id") instanceof Number id)) {
        return new Outcome.Failed(
            "BLUEKING", name + " answered without a job_instance_id.", true, Touched.MAYBE);
      }
      call.log()
          .info("%s made job %s, as BlueKing user %s.".formatted(name, id, access.executor()));
      return poll(Duration.ofSeconds(1), id.longValue(), 0, access.executor());
    } catch (JobApiFailed e) {
      return e.asOutcome();
    }
  }

  Outcome poll(Map<String, Object> handle) {
    JsonObject state = new JsonObject(handle);
    long id = id(handle);
    String executor = state.text("executor").orElse("");
    try {
      JobApi api = new JobApi(call, Access.of(call));
      Instance instance = look(api, id);
      if (!instance.finished()) {
        return poll(betweenLooks(), id, 0, executor);
      }
      Map<String, String> variables = new JobLogs(call, api, id).write(instance.hosts());
      return ended(id, instance, variables, executor);
    } catch (JobApiFailed e) {
      call.log().warn(e.getMessage());
      int troubles = state.whole("troubles") + 1;
      return e.passing() && troubles <= MOST_TROUBLES
          ? poll(Duration.ofSeconds(1L << Math.min(troubles, 5)), id, troubles, executor)
          : new Outcome.Unknown(
              "Job %d was made at the Job Platform and cannot be followed: %s"
                  .formatted(id, e.getMessage()));
    }
  }

  Cancellation cancel(Map<String, Object> handle) {
    long id = id(handle);
    try {
      JobApi api = new JobApi(call, Access.of(call));
      Instance instance = look(api, id);
      if (instance.finished()) {
        return instance.terminated()
            ? new Cancellation.Cancelled()
            : new Cancellation.AlreadyEnded(
                ended(id, instance, Map.of(), new JsonObject(handle).text("executor").orElse("")));
      }
      api.post("operate_job_instance", Map.of("job_instance_id", id, "operation_code", 1));
      return new Cancellation.StillCancelling(LOOK_AFTER_CANCEL);
    } catch (JobApiFailed e) {
      return e.passing()
          ? new Cancellation.StillCancelling(LOOK_AFTER_CANCEL)
          : new Cancellation.CannotCancel(
              "Job " + id + " goes on at the Job Platform: " + e.getMessage());
    }
  }

  private static Instance look(JobApi api, long id) throws JobApiFailed {
    return new Instance(
        api.get(
            "get_job_instance_status", Map.of("job_instance_id", id, "return_ip_result", true)));
  }

  private static long id(Map<String, Object> handle) {
    return ((Number) handle.get("job")).longValue();
  }

  private static Outcome ended(
      long id, Instance instance, Map<String, String> variables, String executor) {
    List<Instance.HostOfStep> hosts = instance.hosts();
    Map<String, Object> outputs = new LinkedHashMap<>(variables);
    outputs.put("job", id);
    outputs.put("state", instance.state());
    outputs.put("executor", executor);
    outputs.put("results", hosts.stream().map(Instance.HostOfStep::json).toList());
    if (instance.succeeded()) {
      return new Outcome.Succeeded(outputs);
    }
    List<String> failed =
        hosts.stream().filter(host -> !host.succeeded()).map(Instance.HostOfStep::host).toList();
    return new Outcome.Failed(
        "JOB_FAILED",
        "Job %d ended as %s; %d of %d hosts did not succeed: %s"
            .formatted(
                id,
                instance.state(),
                failed.size(),
                hosts.size(),
                String.join(", ", failed.subList(0, Math.min(20, failed.size())))),
        true,
        Touched.YES,
        outputs);
  }

  private static Outcome poll(Duration after, long id, int troubles, String executor) {
    Map<String, Object> handle = new HashMap<>();
    handle.put("job", id);
    handle.put("troubles", troubles);
    handle.put("executor", executor);
    return new Outcome.Poll(after, handle, "job " + id + " at the Job Platform", Map.of("job", id));
  }

  /** Soon at first, every ten seconds for a job that takes minutes. */
  private Duration betweenLooks() {
    long elapsed = Duration.between(call.attemptStartedAt(), call.clock().instant()).toSeconds();
    return Duration.ofSeconds(Math.max(1, Math.min(10, elapsed / 10)));
  }
}
