package org.standardops.rest.event;

import java.util.List;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.container.AsyncResponse;
import javax.ws.rs.container.Suspended;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.standardops.model.ErrorCode;
import org.standardops.model.Fault;
import org.standardops.model.Page;
import org.standardops.model.ProductException;
import org.standardops.model.TaskId;
import org.standardops.rest.http.Call;
import org.standardops.rest.http.ListBody;
import org.standardops.rest.task.TaskAnswers;
import org.standardops.services.DesktopService;
import org.standardops.services.TaskService;

/** What happened to a task: as a stream that goes on, or as a list. */
@Path("/")
public final class EventsResource {

  private final TaskService tasks;
  private final DesktopService desktop;
  private final EventStreams streams;

  public EventsResource(TaskService tasks, DesktopService desktop, EventStreams streams) {
    this.tasks = tasks;
    this.desktop = desktop;
    this.streams = streams;
  }

  @GET
  @Path("tasks/{task}/events")
  @Produces({MediaType.APPLICATION_JSON, MediaType.SERVER_SENT_EVENTS})
  public void events(
      @Context Call call,
      @Context HttpHeaders headers,
      @Context HttpServletRequest request,
      @Context HttpServletResponse response,
      @PathParam("task") String task,
      @QueryParam("from") Integer from,
      @QueryParam("limit") @DefaultValue("50") int limit,
      @QueryParam("cursor") String cursor,
      @HeaderParam("Last-Event-ID") String lastEventId,
      @Suspended AsyncResponse answer) {
    EventSource source = source(call, TaskAnswers.id(task));
    int begin = Optional.ofNullable(from).orElse(0);
    if (wantsStream(headers.getAcceptableMediaTypes(), from != null || cursor != null)) {
      int after = lastEventId == null ? Math.max(0, begin - 1) : after(lastEventId);
      response.setContentType(MediaType.SERVER_SENT_EVENTS);
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
      response.setHeader("X-Content-Type-Options", "nosniff");
      streams.open(source, after, request.getAsyncContext());
    } else {
      int after = Math.max(0, (cursor == null ? begin : cursor(cursor)) - 1);
      answer.resume(Response.ok(list(source, after, limit), MediaType.APPLICATION_JSON).build());
    }
  }

  private EventSource source(Call call, TaskId task) {
    return desktop.ownRun(call.caller(), task).isPresent()
        ? new EventSource.OfRun(desktop, call.caller(), task)
        : new EventSource.OfTask(tasks, call.caller(), task);
  }

  /** Who accepts anything gets a stream, unless a part of the list is asked for. */
  private static boolean wantsStream(List<MediaType> accepted, boolean partOfList) {
    boolean stream = names(accepted, MediaType.SERVER_SENT_EVENTS_TYPE);
    boolean json = names(accepted, MediaType.APPLICATION_JSON_TYPE);
    return stream || !json && !partOfList;
  }

  private static boolean names(List<MediaType> accepted, MediaType type) {
    return accepted.stream()
        .anyMatch(
            one ->
                one.getType().equals(type.getType()) && one.getSubtype().equals(type.getSubtype()));
  }

  /** The journal has no gaps, so what follows is known by counting. */
  private static ListBody<EventBody> list(EventSource source, int after, int limit) {
    int journalEnd = source.now().seq();
    List<EventBody> events = source.events(after, limit).stream().map(EventBody::of).toList();
    long read = (long) after + limit;
    Optional<String> next =
        read < journalEnd ? Optional.of(String.valueOf(read + 1)) : Optional.empty();
    return ListBody.of(new Page<>(events, next), event -> event);
  }

  private static int cursor(String cursor) {
    return sequence(cursor)
        .orElseThrow(
            () ->
                new ProductException(
                    ErrorCode.UNREADABLE, "This is no cursor that was given out here."));
  }

  private static int after(String lastEventId) {
    return sequence(lastEventId)
        .orElseThrow(
            () ->
                ProductException.invalid(
                    List.of(
                        new Fault(
                            "Last-Event-ID",
                            "INVALID_VALUE",
                            "Send the id of an event, or leave it out."))));
  }

  private static Optional<Integer> sequence(String text) {
    return text.matches("[0-9]{1,9}") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
  }
}
