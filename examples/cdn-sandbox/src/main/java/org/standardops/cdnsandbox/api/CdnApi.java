package org.standardops.cdnsandbox.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.standardops.cdnsandbox.Settings;
import org.standardops.cdnsandbox.control.Counts;
import org.standardops.cdnsandbox.control.Fault;
import org.standardops.cdnsandbox.control.Faults;
import org.standardops.cdnsandbox.http.Json;
import org.standardops.cdnsandbox.http.LoopbackServer;
import org.standardops.cdnsandbox.http.Request;
import org.standardops.cdnsandbox.http.Response;
import org.standardops.cdnsandbox.network.Network;
import org.standardops.cdnsandbox.network.TaskKind;

/**
 * Tencent Cloud's CDN API of 2018-06-06, as far as its public documents describe these five
 * actions.
 */
public final class CdnApi implements LoopbackServer.Handler {
  private static final String VERSION = "2018-06-06";
  private static final int MOST_BYTES = 10 << 20;

  private final Supplier<Settings> settings;
  private final InstantSource clock;
  private final Faults faults;
  private final Counts counts;
  private final CallRate rate = new CallRate();
  private final Map<String, Action> actions;

  public CdnApi(
      Supplier<Settings> settings,
      InstantSource clock,
      Network network,
      int originPort,
      Faults faults,
      Counts counts) {
    this.settings = settings;
    this.clock = clock;
    this.faults = faults;
    this.counts = counts;
    this.actions =
        Map.of(
            "PushUrlsCache", new SubmitUrls(TaskKind.PUSH, network, settings, clock),
            "PurgeUrlsCache", new SubmitUrls(TaskKind.PURGE, network, settings, clock),
            "DescribePushTasks", new DescribeTasks(TaskKind.PUSH, network, settings, clock),
            "DescribePurgeTasks", new DescribeTasks(TaskKind.PURGE, network, settings, clock),
            "DescribeDomainsConfig", new DescribeDomainsConfig(settings, originPort));
  }

  @Override
  public void handle(HttpExchange exchange, Request request) throws IOException {
    try {
      String action = admit(request);
      counts.call(action);
      Optional<Fault> fault = faults.take(action);
      if (fault.isPresent()) {
        answerWrongly(exchange, request, action, fault.get());
      } else {
        answer(exchange, run(action, request));
      }
    } catch (ApiError e) {
      counts.error(e.code());
      ObjectNode error = Json.object();
      error.putObject("Error").put("Code", e.code()).put("Message", e.getMessage());
      answer(exchange, error);
    }
  }

  private String admit(Request request) throws ApiError {
    if (!request.method().equals("POST") || !request.path().equals("/")) {
      throw new ApiError("UnsupportedProtocol", "Here a call is a POST to /.");
    }
    if (request.body().length > MOST_BYTES) {
      throw new ApiError("RequestSizeLimitExceeded", "A body has at most 10 MB.");
    }
    String action = header(request, "X-TC-Action");
    String version = header(request, "X-TC-Version");
    header(request, "X-TC-Timestamp");
    Instant now = clock.instant();
    Authorization.of(request).verify(request, settings.get(), now);
    if (!header(request, "Content-Type").startsWith("application/json")) {
      throw new ApiError("InvalidParameter", "Content-Type must be application/json.");
    }
    if (!version.equals(VERSION)) {
      throw new ApiError("NoSuchVersion", "X-TC-Version must be " + VERSION + ".");
    }
    if (!actions.containsKey(action)) {
      throw new ApiError("InvalidAction", "The sandbox has no action " + action + ".");
    }
    rate.admit(action, settings.get().callsPerSecond(), now);
    return action;
  }

  private static String header(Request request, String name) throws ApiError {
    return request
        .header(name.toLowerCase(Locale.ROOT))
        .orElseThrow(() -> new ApiError("MissingParameter", "The header " + name + " is missing."));
  }

  private ObjectNode run(String name, Request request) throws ApiError {
    Action action = actions.get(name);
    return action.run(Parameters.read(request.body(), action.parameters()));
  }

  private void answerWrongly(HttpExchange exchange, Request request, String action, Fault fault)
      throws ApiError, IOException {
    Optional<ObjectNode> done =
        fault.worksFirst() ? Optional.of(run(action, request)) : Optional.empty();
    switch (fault.effect()) {
      case ERROR -> throw new ApiError(fault.code(), fault.message());
      case STATUS ->
          LoopbackServer.send(exchange, Response.text(fault.status(), "A fault was asked for"));
      case DROP -> exchange.close();
      case HOLD -> {
        faults.hold(action);
        if (done.isPresent()) {
          answer(exchange, done.get());
        } else {
          exchange.close();
        }
      }
    }
  }

  private static void answer(HttpExchange exchange, ObjectNode fields) throws IOException {
    ObjectNode envelope = Json.object();
    envelope.set("Response", fields.put("RequestId", UUID.randomUUID().toString()));
    LoopbackServer.send(exchange, Response.json(200, envelope));
  }
}
