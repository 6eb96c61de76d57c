package org.standardops.rest.process;

import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.standardops.model.ProcessId;
import org.standardops.rest.http.Call;
import org.standardops.services.ProcessService;
import org.standardops.services.VariableService;

/** Changes of variables that touch the rest of the process too. */
@Path("/")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class VariablesResource {

  private final VariableService variables;
  private final ProcessService processes;

  public VariablesResource(VariableService variables, ProcessService processes) {
    this.variables = variables;
    this.processes = processes;
  }

  /** A parameter that is to become a variable. */
  record ParameterInput(String node, String pointer, Optional<String> key, Optional<String> name) {}

  /** Another KEY. */
  record KeyInput(String key) {}

  @POST
  @Path("processes/{process}/add-as-variable")
  public Response addAsVariable(
      @Context Call call,
      @PathParam("process") String process,
      @HeaderParam("If-Match") String ifMatch) {
    ParameterInput input = call.body().as(ParameterInput.class);
    return ProcessAnswers.whole(
        call,
        variables.addAsVariable(
            call.caller(),
            new ProcessId(process),
            ProcessAnswers.expected(processes, call, process, ifMatch),
            new VariableService.Parameter(
                input.node(), input.pointer(), input.key(), input.name())));
  }

  @POST
  @Path("processes/{process}/variables/{key}/rename")
  public Response rename(
      @Context Call call,
      @PathParam("process") String process,
      @PathParam("key") String key,
      @HeaderParam("If-Match") String ifMatch) {
    return ProcessAnswers.whole(
        call,
        variables.rename(
            call.caller(),
            new ProcessId(process),
            ProcessAnswers.expected(processes, call, process, ifMatch),
            key,
            call.body().as(KeyInput.class).key()));
  }
}
