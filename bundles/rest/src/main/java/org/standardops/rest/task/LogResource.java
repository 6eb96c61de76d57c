package org.standardops.rest.task;

import java.util.Arrays;
import java.util.Optional;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.standardops.engine.Engine;
import org.standardops.rest.http.Call;
import org.standardops.services.TaskService;

/** A node's log, part by part. */
@Path("/")
public final class LogResource {

  static final int MAX_BYTES = 1024 * 1024;
  static final String PLAIN_TEXT = "text/plain; charset=UTF-8";

  private final TaskService tasks;

  public LogResource(TaskService tasks) {
    this.tasks = tasks;
  }

  @GET
  @Path("tasks/{task}/nodes/{node}/log")
  @Produces(PLAIN_TEXT)
  public Response log(
      @Context Call call,
      @PathParam("task") String task,
      @PathParam("node") String node,
      @QueryParam("attempt") Integer attempt,
      @QueryParam("from") @DefaultValue("0") long from,
      @QueryParam("section") String section) {
    Engine.LogPart part =
        tasks.log(
            call.caller(),
            TaskAnswers.id(task),
            node,
            Optional.ofNullable(attempt),
            Optional.ofNullable(section),
            from,
            MAX_BYTES);
    int cut = part.text().length - wholeLines(part.text());
    return Response.ok(Arrays.copyOf(part.text(), part.text().length - cut), PLAIN_TEXT)
        .header("X-Log-Next", part.next() - cut)
        .header("X-Log-Ended", part.ended() && cut == 0)
        .build();
  }

  /** Length up to the last line's end, or up to a whole character where one line fills it all. */
  private static int wholeLines(byte[] text) {
    if (text.length < MAX_BYTES) {
      return text.length;
    }
    for (int end = text.length; end > 0; end--) {
      if (text[end - 1] == '\n') {
        return end;
      }
    }
    int end = text.length - 1;
    while (end > 0 && (text[end] & 0xC0) == 0x80) {
      end--;
    }
    return end;
  }
}
