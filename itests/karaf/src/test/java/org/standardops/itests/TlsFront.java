package org.standardops.itests;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * The TLS of a mail server: speaks it from the first byte, or after STARTTLS, and passes on to the
 * server what it was told in it. Nothing is passed on that came in the clear.
 */
final class TlsFront implements AutoCloseable {

  /** When TLS begins. */
  enum Kind {
    TLS,
    STARTTLS
  }

  private final Kind kind;
  private final SSLContext context;
  private final MailServer behind;
  private final ServerSocket listening;
  private final AtomicInteger secured = new AtomicInteger();

  TlsFront(Kind kind, ServerCertificate certificate, MailServer behind) {
    this.kind = kind;
    this.context = certificate.context();
    this.behind = behind;
    try {
      listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    daemon(this::listen);
  }

  Kind kind() {
    return kind;
  }

  int port() {
    return listening.getLocalPort();
  }

  /** How many connections came to speak TLS. */
  int secured() {
    return secured.get();
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    thread.start();
  }

  private void listen() {
    while (!listening.isClosed()) {
      try {
        Socket client = listening.accept();
        daemon(() -> serve(client));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void serve(Socket client) {
    try (client;
        Socket server = new Socket(InetAddress.getLoopbackAddress(), behind.port())) {
      if (kind == Kind.STARTTLS) {
        line(server.getInputStream()); // its greeting was said here
        if (!asksForTls(client)) {
          return;
        }
      }
      try (SSLSocket tls =
          (SSLSocket) context.getSocketFactory().createSocket(client, (InputStream) null, true)) {
        tls.setUseClientMode(false);
        tls.startHandshake();
        secured.incrementAndGet();
        daemon(() -> pass(server, tls));
        pass(tls, server);
      }
    } catch (IOException e) {
      // The client went, or does not trust the certificate: the test sees what came of it.
    }
  }

  private static boolean asksForTls(Socket client) throws IOException {
    say(client, "220 front");
    for (String said = line(client.getInputStream());
        !said.isEmpty();
        said = line(client.getInputStream())) {
      String word = said.split(" ")[0].toUpperCase(Locale.ROOT);
      if (word.equals("STARTTLS")) {
        say(client, "220 go ahead");
        return true;
      }
      say(client, word.equals("EHLO") ? "250-front\r\n250 STARTTLS" : "530 STARTTLS first");
    }
    return false;
  }

  private static void say(Socket to, String line) throws IOException {
    to.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
  }

  /** Read byte by byte: what follows may be TLS. */
  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
      line.append((char) next);
    }
    return line.toString().strip();
  }

  private static void pass(Socket from, Socket to) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] some = new byte[8192];
      for (int read = in.read(some); read >= 0; read = in.read(some)) {
        out.write(some, 0, read);
        out.flush();
      }
      to.close();
    } catch (IOException e) {
      // Either end went.
    }
  }

  @Override
  public void close() {
    try {
      listening.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
