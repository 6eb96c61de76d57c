package org.standardops.atom.job.blueking.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.standardops.atom.Atom;
import org.standardops.atom.AtomCode;
import org.standardops.atom.Call;
import org.standardops.atom.Cancellation;
import org.standardops.atom.Outcome;
import org.standardops.atom.Parameters;

/** Runs a job plan of BlueKing's Job Platform. */
@Component
@AtomCode("job-blueking-plan")
public final class BlueKingPlanAtom implements Atom {

  @Override
  public Outcome start(Call call) {
    Parameters parameters = call.parameters();
    List<Object> variables = new ArrayList<>();
    parameters
        .object("variables")
        .forEach((name, value) -> variables.add(Map.of("name", name, "value", value)));
    parameters
        .object("hostVariables")
        .forEach(
            (name, hosts) ->
                variables.add(
                    Map.of(
                        "name",
                        name,
                        "server",
                        Map.of("ip_list", TargetServer.ips(texts(hosts))))));
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("job_plan_id", parameters.number("plan").longValueExact());
    body.put("global_var_list", variables);
    return new JobWork(call).start("execute_job_plan", body);
  }

  private static List<String> texts(Object list) {
    return ((List<?>) list).stream().map(String::valueOf).toList();
  }

  @Override
  public Outcome poll(Call call, Map<String, Object> handle) {
    return new JobWork(call).poll(handle);
  }

  @Override
  public Cancellation cancel(Call call, Map<String, Object> handle) {
    return new JobWork(call).cancel(handle);
  }
}
