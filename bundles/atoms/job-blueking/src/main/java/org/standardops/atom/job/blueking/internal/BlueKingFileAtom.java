package org.standardops.atom.job.blueking.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
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

/** Pushes small files by BlueKing's Job Platform. */
@Component
@AtomCode("job-blueking-file")
public final class BlueKingFileAtom implements Atom {

  @Override
  public Outcome start(Call call) {
    Parameters parameters = call.parameters();
    List<Object> files = new ArrayList<>();
    for (Object element : parameters.list("files")) {
      Map<?, ?> file = (Map<?, ?>) element;
      byte[] content = String.valueOf(file.get("content")).getBytes(StandardCharsets.UTF_8);
      files.add(
          Map.of(
              "file_name",
              file.get("name"),
              "content",
              Base64.getEncoder().encodeToString(content)));
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("task_name", "Standard OPS " + call.intentKey());
    body.put("account_alias", parameters.text("account"));
    body.put("file_target_path", parameters.text("folder"));
    body.put("file_list", files);
    body.put("target_server", TargetServer.of(parameters));
    return new JobWork(call).start("push_config_file", body);
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
