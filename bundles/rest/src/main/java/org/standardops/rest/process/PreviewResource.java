package org.standardops.rest.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.standardops.model.BusinessId;
import org.standardops.model.ProcessId;
import org.standardops.rest.contract.Body;
import org.standardops.rest.http.Call;
import org.standardops.rest.http.EnteredMending;
import org.standardops.rest.http.FormFaults;
import org.standardops.services.Preview;
import org.standardops.services.PreviewInput;
import org.standardops.services.PreviewService;

/** What tasks would do. */
@Path("/")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class PreviewResource {

  private final PreviewService previews;

  public PreviewResource(PreviewService previews) {
    this.previews = previews;
  }

  /** What would be entered. */
  record PreviewForm(
      Optional<Map<String, Object>> variables,
      Optional<List<String>> nodes,
      Optional<Map<String, Map<String, Object>>> params) {

    static final PreviewForm NOTHING =
        new PreviewForm(Optional.empty(), Optional.empty(), Optional.empty());

    PreviewInput input() {
      return new PreviewInput(variables.orElse(Map.of()), nodes, params.orElse(Map.of()));
    }
  }

  /** Beside a whole process: what would be entered. */
  record EnteredForm(Optional<PreviewForm> preview) {}

  @POST
  @Path("processes/{process}/preview")
  public PreviewView preview(
      @Context Call call,
      @PathParam("process") String process,
      @QueryParam("draft") boolean draft) {
    FormFaults.refuse(
        call.body(), EnteredMending::mend, body -> of(call, process, draft, body).errors());
    return PreviewView.of(of(call, process, draft, call.body()), call.language());
  }

  private Preview of(Call call, String process, boolean draft, Body body) {
    return previews.of(
        call.caller(), new ProcessId(process), draft, body.as(PreviewForm.class).input());
  }

  @POST
  @Path("businesses/{business}/processes/preview")
  public PreviewView previewNew(@Context Call call, @PathParam("business") String business) {
    ProcessMending.refuse(call.body(), body -> ofNew(call, business, body).errors());
    return PreviewView.of(ofNew(call, business, call.body()), call.language());
  }

  private Preview ofNew(Call call, String business, Body body) {
    ProcessInput process = body.as(ProcessInput.class);
    PreviewForm entered = body.as(EnteredForm.class).preview().orElse(PreviewForm.NOTHING);
    return previews.of(
        call.caller(),
        new BusinessId(business),
        ProcessInputMapper.definition(process, Map.of()),
        entered.input());
  }
}
