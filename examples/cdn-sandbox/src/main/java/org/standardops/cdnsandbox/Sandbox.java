package org.standardops.cdnsandbox;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiFunction;
import org.standardops.cdnsandbox.api.CdnApi;
import org.standardops.cdnsandbox.control.ControlApi;
import org.standardops.cdnsandbox.control.Counts;
import org.standardops.cdnsandbox.control.Faults;
import org.standardops.cdnsandbox.http.LoopbackServer;
import org.standardops.cdnsandbox.http.Response;
import org.standardops.cdnsandbox.network.Network;

/** The four servers, running until closed. */
final class Sandbox implements AutoCloseable {
  private final LoopbackServer origin;
  private final LoopbackServer edge;
  private final LoopbackServer api;
  private final LoopbackServer control;

  /** Where the servers listen on 127.0.0.1. */
  record Ports(int origin, int edge, int api, int control) {}

  private Sandbox(Options options) throws IOException {
    origin = LoopbackServer.bind("origin", options.originPort());
    edge = LoopbackServer.bind("edge", options.edgePort());
    api = LoopbackServer.bind("api", options.apiPort());
    control = LoopbackServer.bind("control", options.controlPort());
  }

  static Sandbox start(Options options, Settings initial, InstantSource clock) throws IOException {
    LiveSettings settings = new LiveSettings(initial);
    Network network = new Network(settings, clock);
    Faults faults = new Faults();
    Counts counts = new Counts();

    Sandbox sandbox = new Sandbox(options);
    sandbox.origin.start(files(network::askOrigin));
    sandbox.edge.start(files(network::askEdge));
    int originPort = sandbox.origin.port();
    sandbox.api.start(new CdnApi(settings, clock, network, originPort, faults, counts));
    sandbox.control.start(new ControlApi(settings, network, faults, counts));
    return sandbox;
  }

  private static LoopbackServer.Handler files(BiFunction<String, String, Response> answer) {
    return (exchange, request) ->
        LoopbackServer.send(
            exchange,
            request.method().matches("GET|HEAD")
                ? answer.apply(request.host(), request.target())
                : Response.text(405, "A file takes GET and HEAD").withHeader("Allow", "GET, HEAD"));
  }

  Ports ports() {
    return new Ports(origin.port(), edge.port(), api.port(), control.port());
  }

  @Override
  public void close() {
    List.of(origin, edge, api, control).forEach(LoopbackServer::close);
  }
}
