package org.standardops.rest.process;

import java.util.OptionalLong;
import javax.ws.rs.core.Response;
import org.standardops.model.ProcessId;
import org.standardops.rest.http.Call;
import org.standardops.rest.http.IfMatch;
import org.standardops.services.ProcessService;
import org.standardops.services.ProcessView;

/** What calls on one process have in common. */
final class ProcessAnswers {

  private ProcessAnswers() {}

  static Response whole(Call call, ProcessView view) {
    return Response.ok(ProcessMapper.body(view, call.language()))
        .header("ETag", IfMatch.etag(view.process().version()))
        .build();
  }

  /** The version that a POST is based on, where it says so. */
  static OptionalLong expected(
      ProcessService processes, Call call, String process, String ifMatch) {
    return ifMatch == null
        ? OptionalLong.empty()
        : OptionalLong.of(
            IfMatch.expected(
                ifMatch,
                () ->
                    processes
                        .get(call.caller(), new ProcessId(process), false)
                        .process()
                        .version()));
  }
}
