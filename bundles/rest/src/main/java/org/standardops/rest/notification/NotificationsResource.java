package org.standardops.rest.notification;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.standardops.model.BusinessId;
import org.standardops.model.Page;
import org.standardops.model.ProductException;
import org.standardops.model.TaskId;
import org.standardops.model.process.Notify;
import org.standardops.rest.http.Call;
import org.standardops.rest.http.IfMatch;
import org.standardops.rest.http.ListBody;
import org.standardops.services.NotificationService;
import org.standardops.services.NotificationService.ChannelView;
import org.standardops.services.port.DeliveryStore;

/** How people are notified, and whether they were. */
@Path("/")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class NotificationsResource {

  private final NotificationService notifications;

  public NotificationsResource(NotificationService notifications) {
    this.notifications = notifications;
  }

  record ChannelInput(boolean enabled, Map<String, Object> settings) {}

  record TestInput(String to) {}

  record TestAnswer(boolean sent, Optional<String> error) {}

  @GET
  @Path("notifications/channels")
  public ListBody<ChannelBody> channels(@Context Call call) {
    return new ListBody<>(
        notifications.channels(call.caller()).stream().map(ChannelBody::of).toList(),
        Optional.empty());
  }

  @GET
  @Path("notifications/channels/{channel}")
  public Response channel(@Context Call call, @PathParam("channel") String channel) {
    return whole(notifications.channel(call.caller(), named(call, channel)));
  }

  @PUT
  @Path("notifications/channels/{channel}")
  public Response replace(
      @Context Call call,
      @PathParam("channel") String channel,
      @HeaderParam("If-Match") String ifMatch) {
    ChannelInput input = call.body().as(ChannelInput.class);
    Notify.Channel named = named(call, channel);
    long expected =
        IfMatch.expected(ifMatch, () -> notifications.channel(call.caller(), named).version());
    return whole(
        notifications.replace(call.caller(), named, expected, input.enabled(), input.settings()));
  }

  @POST
  @Path("notifications/channels/{channel}/test")
  public TestAnswer test(@Context Call call, @PathParam("channel") String channel) {
    TestInput input = call.body().as(TestInput.class);
    Optional<String> error = notifications.test(call.caller(), named(call, channel), input.to());
    return new TestAnswer(error.isEmpty(), error);
  }

  @GET
  @Path("notifications/deliveries")
  public ListBody<DeliveryBody> deliveries(
      @Context Call call,
      @QueryParam("business") String business,
      @QueryParam("task") String task,
      @QueryParam("state") DeliveryStore.State state,
      @QueryParam("limit") @DefaultValue("50") int limit,
      @QueryParam("cursor") String cursor) {
    DeliveryStore.Filter filter =
        new DeliveryStore.Filter(
            Optional.ofNullable(business).map(BusinessId::new),
            Optional.ofNullable(task).map(NotificationsResource::task),
            Optional.ofNullable(state));
    Page.Request page = new Page.Request(limit, Optional.ofNullable(cursor));
    return ListBody.of(
        notifications.deliveries(call.caller(), filter, page),
        delivery -> DeliveryBody.of(delivery, call.language()));
  }

  private static TaskId task(String id) {
    return TaskId.parse(id).orElseThrow(() -> ProductException.notFound("The task " + id));
  }

  private Notify.Channel named(Call call, String channel) {
    for (Notify.Channel known : Notify.Channel.values()) {
      if (known.name().toLowerCase(Locale.ROOT).equals(channel)) {
        return known;
      }
    }
    notifications.channels(call.caller()); // who may see none is told that, and not this
    throw ProductException.notFound("The channel " + channel);
  }

  private static Response whole(ChannelView channel) {
    return Response.ok(ChannelBody.of(channel))
        .header("ETag", IfMatch.etag(channel.version()))
        .build();
  }
}
