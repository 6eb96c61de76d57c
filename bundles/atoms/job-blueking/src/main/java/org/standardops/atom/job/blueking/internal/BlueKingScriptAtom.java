package org.standardops.atom.job.blueking.internal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.standardops.atom.Atom;
import org.standardops.atom.AtomCode;
import org.standardops.atom.Call;
import org.standardops.atom.Cancellation;
import org.standardops.atom.Fault;
import org.standardops.atom.Outcome;
import org.standardops.atom.Parameters;

/** Runs a script by BlueKing's Job Platform. */
@Component
@AtomCode("job-blueking-script")
public final class BlueKingScriptAtom implements Atom {

  private static final Map<String, Integer> LANGUAGES =
      Map.of("shell", 1, "bat", 2, "perl", 3, "python", 4, "powershell", 5);

  @Override
  public Outcome start(Call call) {
    Parameters parameters = call.parameters();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("task_name", "Standard OPS " + call.intentKey());
    body.put("script_language", LANGUAGES.get(parameters.text("language", "shell")));
    body.put("script_content", base64(parameters.text("script")));
    if (parameters.has("arguments")) {
      body.put("script_param", base64(parameters.text("arguments")));
    }
    body.put("account_alias", parameters.text("account"));
    body.put("timeout", parameters.duration("timeout", Duration.ofHours(1)).toSeconds());
    body.put("target_server", TargetServer.of(parameters));
    return new JobWork(call).start("fast_execute_script", body);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public Outcome poll(Call call, Map<String, Object> handle) {
    return new JobWork(call).poll(handle);
  }

  @Override
  public Cancellation cancel(Call call, Map<String, Object> handle) {
    return new JobWork(call).cancel(handle);
  }

  @Override
  public List<Fault> check(Parameters parameters) {
    return Checks.duration(parameters, "timeout", Duration.ofDays(1));
  }
}
