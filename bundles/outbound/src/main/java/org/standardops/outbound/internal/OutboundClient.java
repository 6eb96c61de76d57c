package org.standardops.outbound.internal;

import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.core5.http.config.Http1Config;
import org.standardops.atom.Http;

/**
 * The client behind all calls. It does once what it is told, and nothing by itself: no retries, no
 * cookies, no redirects, no remembered credentials. A connection serves one exchange, because on a
 * kept one nobody can tell whether a request that met its end has arrived.
 */
final class OutboundClient implements AutoCloseable {

  static final int MOST_CONNECTIONS = 2_000;
  private static final Http1Config LIMITS =
      Http1Config.custom().setMaxHeaderCount(200).setMaxLineLength(64 << 10).build();

  private final CloseableHttpClient client;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "standardops-outbound-clock");
            thread.setDaemon(true);
            return thread;
          });

  OutboundClient(DnsResolver names, Supplier<AllowList> allowed) {
    HttpClientConnectionManager connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setDnsResolver(new GuardedResolver(names, allowed))
            .setConnectionFactory(
                ManagedHttpClientConnectionFactory.builder().http1Config(LIMITS).build())
            .setMaxConnTotal(MOST_CONNECTIONS)
            .setMaxConnPerRoute(MOST_CONNECTIONS)
            .build();
    client =
        HttpClients.custom()
            .setConnectionManager(connections)
            .setConnectionReuseStrategy((request, response, context) -> false)
            .setRequestExecutor(new SendingNoted())
            .setUserAgent("Standard-OPS")
            .disableAutomaticRetries()
            .disableRedirectHandling()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableContentCompression()
            .build();
  }

  Http forCall(String intentKey, BooleanSupplier cancelled) {
    return new GuardedHttp(client, clock, intentKey, cancelled);
  }

  @Override
  public void close() throws IOException {
    clock.shutdownNow();
    client.close();
  }
}
