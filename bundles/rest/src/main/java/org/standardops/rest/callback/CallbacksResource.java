package org.standardops.rest.callback;

import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.standardops.engine.Engine;
import org.standardops.model.ErrorCode;
import org.standardops.model.ProductException;
import org.standardops.rest.contract.Body;
import org.standardops.rest.http.Call;
import org.standardops.rest.http.EngineAnswer;

/** Answers of outside systems to nodes that wait for them; the key is all they need. */
@Path("/")
@Consumes(MediaType.APPLICATION_JSON)
public final class CallbacksResource {

  private final Engine engine;
  private final EngineAnswer answers;

  public CallbacksResource(Engine engine, EngineAnswer answers) {
    this.engine = engine;
    this.answers = answers;
  }

  @POST
  @Path("callbacks/{key}")
  public void answer(@Context Call call, @PathParam("key") String key) {
    switch (answers.of(engine.callback(key, value(call.body())))) {
      case TAKEN, TAKEN_BEFORE -> {}
      case ANSWERED_OTHERWISE ->
          throw new ProductException(
              ErrorCode.STATE_FORBIDS, "This was answered before, and otherwise.");
      case ENDED ->
          throw new ProductException(ErrorCode.GONE, "Nothing waits for this answer any more.");
      case UNKNOWN_KEY -> throw ProductException.notFound("This callback");
    }
  }

  private static Object value(Body body) {
    return body.as(Object.class);
  }
}
