package org.standardops.outbound.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.standardops.atom.Http;
import org.standardops.atom.Http.Request;
import org.standardops.atom.HttpFailed;

final class OutboundHttpComponentTest {

  private HttpServer server;

  @BeforeEach
  void startServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> exchange.sendResponseHeaders(204, -1));
    server.start();
  }

  @AfterEach
  void stopServer() {
    server.stop(0);
  }

  @Test
  void callsUnderWayFollowItsConfiguration() throws IOException {
    OutboundHttpComponent component = new OutboundHttpComponent(allowing(""));
    try {
      Http http = component.forCall("intent-1", () -> false);
      Request request =
          Request.get(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"));
      assertThatThrownBy(() -> http.send(request)).isInstanceOf(HttpFailed.class);

      component.modified(allowing("127.0.0.0/8, not readable"));

      assertThat(http.send(request).status()).isEqualTo(204);
    } finally {
      component.deactivate();
    }
  }

  private static OutboundConfiguration allowing(String allow) {
    return new OutboundConfiguration() {
      @Override
      public String allow() {
        return allow;
      }

      @Override
      public Class<? extends Annotation> annotationType() {
        return OutboundConfiguration.class;
      }
    };
  }
}
