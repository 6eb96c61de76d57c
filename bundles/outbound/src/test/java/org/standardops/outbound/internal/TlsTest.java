package org.standardops.outbound.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.standardops.atom.Http.Request;
import org.standardops.atom.HttpFailed;
import org.standardops.atom.Touched;

final class TlsTest {

  private static final String PASSWORD = "changeit";

  @Test
  void sendsNothingToAServerThatCannotProveItsName(@TempDir Path folder) throws Exception {
    AtomicInteger requests = new AtomicInteger();
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(selfSigned(folder.resolve("keys.p12"))));
    server.createContext("/", exchange -> requests.incrementAndGet());
    server.start();
    try (OutboundClient client =
        new OutboundClient(SystemDefaultDnsResolver.INSTANCE, () -> AllowList.parse("127.0.0.1"))) {
      URI uri = URI.create("https://127.0.0.1:" + server.getAddress().getPort() + "/");

      HttpFailed failed =
          catchThrowableOfType(
              HttpFailed.class, () -> client.forCall("i", () -> false).send(Request.get(uri)));

      assertThat(failed.code()).isEqualTo("CONNECT");
      assertThat(failed.getMessage()).contains("certification path");
      assertThat(failed.touched()).isEqualTo(Touched.NO);
      assertThat(requests).hasValue(0);
    } finally {
      server.stop(0);
    }
  }

  private static SSLContext selfSigned(Path store) throws Exception {
    int exit =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=127.0.0.1",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                store.toString())
            .redirectErrorStream(true)
            .redirectOutput(store.resolveSibling("keytool.log").toFile())
            .start()
            .waitFor();
    assertThat(exit).as("exit status of keytool").isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }
}
