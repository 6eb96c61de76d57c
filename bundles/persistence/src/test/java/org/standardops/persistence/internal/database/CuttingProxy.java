package org.standardops.persistence.internal.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** Stands between a client and its database, and cuts the connection at a chosen message. */
public final class CuttingProxy implements AutoCloseable {

  /**
   * Cuts once, at the first message to the database that holds this text.
   *
   * @param delivered true: the database gets the message, and only its answer is lost
   */
  public record Cut(String at, boolean delivered) {

    boolean isIn(byte[] message) {
      return new String(message, StandardCharsets.ISO_8859_1).contains(at);
    }
  }

  private final int databasePort;
  private final ServerSocket server;
  private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicReference<Optional<Cut>> next = new AtomicReference<>(Optional.empty());

  /**
   * @param port to listen on; 0: any
   */
  public CuttingProxy(int databasePort, int port) throws IOException {
    this.databasePort = databasePort;
    server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  public int port() {
    return server.getLocalPort();
  }

  public void cutAt(Cut cut) {
    next.set(Optional.of(cut));
  }

  /** True until the cut that was asked for was made. */
  public boolean isWaiting() {
    return next.get().isPresent();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = server.accept();
        Socket database = new Socket(InetAddress.getLoopbackAddress(), databasePort);
        sockets.addAll(List.of(client, database));
        AtomicBoolean muted = new AtomicBoolean();
        threads.execute(() -> toDatabase(client, database, muted));
        threads.execute(() -> toClient(database, client, muted));
      }
    } catch (IOException e) {
      // closed: the test is over
    }
  }

  private void toDatabase(Socket client, Socket database, AtomicBoolean muted) {
    try (client;
        database) {
      InputStream in = client.getInputStream();
      OutputStream out = database.getOutputStream();
      byte[] buffer = new byte[1 << 16];
      for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
        byte[] message = Arrays.copyOf(buffer, length);
        Optional<Cut> cut = next.get().filter(asked -> asked.isIn(message));
        if (cut.isPresent()) {
          next.set(Optional.empty());
          if (!cut.get().delivered()) {
            return;
          }
          muted.set(true);
        }
        out.write(message);
      }
    } catch (IOException e) {
      // either side is gone; so is the connection
    }
  }

  /** Ends both sides with the first answer that the client must not get. */
  private static void toClient(Socket database, Socket client, AtomicBoolean muted) {
    try (database;
        client) {
      InputStream in = database.getInputStream();
      OutputStream out = client.getOutputStream();
      byte[] buffer = new byte[1 << 16];
      for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
        if (muted.get()) {
          return;
        }
        out.write(buffer, 0, length);
      }
    } catch (IOException e) {
      // either side is gone; so is the connection
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : sockets) {
      socket.close();
    }
    threads.shutdownNow();
  }
}
