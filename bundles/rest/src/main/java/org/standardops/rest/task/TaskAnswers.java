package org.standardops.rest.task;

import java.util.concurrent.CompletionStage;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import org.standardops.model.ProductException;
import org.standardops.model.TaskId;
import org.standardops.rest.http.Call;
import org.standardops.rest.http.EngineAnswer;
import org.standardops.rest.http.IfMatch;
import org.standardops.rest.lightapp.RunBody;
import org.standardops.services.LightAppRun;
import org.standardops.services.TaskView;

/** Whole tasks with their ETag, which is the number of their last event. */
public record TaskAnswers(EngineAnswer engine) {

  /**
   * The id that stands in a path.
   *
   * @throws ProductException NOT_FOUND for what was never an id
   */
  public static TaskId id(String task) {
    return TaskId.parse(task).orElseThrow(() -> ProductException.notFound("The task " + task));
  }

  Response whole(Call call, CompletionStage<TaskView> committed) {
    return whole(call, engine.of(committed));
  }

  Response whole(Call call, TaskView view) {
    return Response.ok(TaskMapper.body(view, call.language()))
        .header(HttpHeaders.ETAG, etag(view))
        .build();
  }

  /** What the user of a light app sees of the own run. */
  static Response reduced(Call call, LightAppRun run) {
    return Response.ok(RunBody.of(run, call.language()))
        .header(HttpHeaders.ETAG, IfMatch.etag(run.task().seq()))
        .build();
  }

  static String etag(TaskView view) {
    return IfMatch.etag(view.task().seq());
  }
}
