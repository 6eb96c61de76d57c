package org.standardops.cdnsandbox.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Map;
import org.standardops.cdnsandbox.LiveSettings;
import org.standardops.cdnsandbox.http.Json;
import org.standardops.cdnsandbox.http.LoopbackServer;
import org.standardops.cdnsandbox.http.Request;
import org.standardops.cdnsandbox.http.Response;
import org.standardops.cdnsandbox.network.Network;
import org.standardops.cdnsandbox.network.TaskKind;

/** How tests and demos look into the sandbox and change it; the README has the calls. */
public final class ControlApi implements LoopbackServer.Handler {
  private static final String FILES = "/origin/files";

  private final LiveSettings settings;
  private final Network network;
  private final Faults faults;
  private final Counts counts;

  public ControlApi(LiveSettings settings, Network network, Faults faults, Counts counts) {
    this.settings = settings;
    this.network = network;
    this.faults = faults;
    this.counts = counts;
  }

  @Override
  public void handle(HttpExchange exchange, Request request) throws IOException {
    Response response;
    try {
      response = request.path().startsWith(FILES + "/") ? file(request) : call(request);
    } catch (JsonProcessingException e) {
      response = error(400, "The body does not fit: " + e.getOriginalMessage());
    }
    LoopbackServer.send(exchange, response);
  }

  private Response call(Request request) throws IOException {
    return switch (request.method() + " " + request.path()) {
      case "GET /counts" -> Response.json(200, counts());
      case "GET /faults" -> Response.json(200, faults());
      case "POST /faults" -> {
        faults.add(Json.read(object(request), Fault.class));
        yield Response.json(200, faults());
      }
      case "DELETE /faults" -> {
        faults.clear();
        yield Response.json(200, faults());
      }
      case "POST /release" -> Response.json(200, Map.of("released", faults.release()));
      case "GET /settings" -> Response.json(200, settings.get());
      case "POST /settings" -> Response.json(200, settings.change(object(request)));
      case "GET /origin/files" -> Response.json(200, files());
      case "POST /reset" -> {
        reset();
        yield Response.json(200, counts());
      }
      default -> error(404, "There is no " + request.method() + " " + request.path());
    };
  }

  private Response file(Request request) {
    String path = request.path().substring(FILES.length());
    switch (request.method()) {
      case "PUT" ->
          network.putOriginFile(
              path,
              request.body(),
              request.header("content-type").orElse("application/octet-stream"),
              request.header("cache-control").orElse("max-age=86400"));
      case "DELETE" -> {
        if (!network.removeOriginFile(path)) {
          return error(404, "The origin has no file " + path);
        }
      }
      default -> {
        return error(405, "Here PUT and DELETE are allowed");
      }
    }
    return Response.json(200, files());
  }

  private void reset() {
    faults.clear();
    faults.release();
    settings.reset();
    network.reset();
    counts.clear();
  }

  private ObjectNode counts() {
    ObjectNode view = Json.object();
    view.set("calls", Json.MAPPER.valueToTree(counts.calls()));
    view.set("errors", Json.MAPPER.valueToTree(counts.errors()));
    view.set("pushes", Json.MAPPER.valueToTree(network.submitted(TaskKind.PUSH)));
    view.set("purges", Json.MAPPER.valueToTree(network.submitted(TaskKind.PURGE)));
    view.set("originRequests", Json.MAPPER.valueToTree(network.originRequests()));
    return view.put("held", faults.held().size());
  }

  private ObjectNode faults() {
    ObjectNode view = Json.object();
    view.set("pending", Json.MAPPER.valueToTree(faults.pending()));
    view.set("held", Json.MAPPER.valueToTree(faults.held()));
    return view;
  }

  private ArrayNode files() {
    ArrayNode list = Json.MAPPER.createArrayNode();
    network
        .originFiles()
        .forEach(
            (path, file) ->
                list.addObject()
                    .put("path", path)
                    .put("length", file.body().length)
                    .put("sha256", file.sha256())
                    .put("contentType", file.contentType())
                    .put("cacheControl", file.cacheControl()));
    return list;
  }

  private static ObjectNode object(Request request) throws IOException {
    return Json.MAPPER.readValue(request.body(), ObjectNode.class);
  }

  private static Response error(int status, String message) {
    return Response.json(status, Map.of("error", message));
  }
}
