package org.standardops.itests;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.mail.MessagingException;
import javax.mail.internet.MimeMessage;

/** A real mail server, which takes mail from whoever knows its password. */
final class MailServer implements AutoCloseable {

  static final String PASSWORD = "smtp-password-of-the-test";

  private GreenMail server = new GreenMail(setup(0));
  private int port;

  /** A mail as it arrived, with {@code \n} between lines. */
  record Mail(String to, String subject, String text) {}

  MailServer() {
    start();
  }

  private void start() {
    server.setUser("ops@example.com", "ops", PASSWORD);
    server.start();
    port = server.getSmtp().getPort();
  }

  private static ServerSetup setup(int port) {
    return new ServerSetup(port, "127.0.0.1", "smtp");
  }

  int port() {
    return port;
  }

  /** Goes away with all that it has. */
  void stop() {
    server.stop();
  }

  /** Comes back where it was, empty. */
  void comeBack() {
    server = new GreenMail(setup(port));
    start();
  }

  /** Settings of the e-mail channel for this very server, without TLS. */
  Map<String, Object> settings() {
    return settings("127.0.0.1", port(), "NONE", Map.of());
  }

  static Map<String, Object> settings(
      String host, int port, String security, Map<String, Object> more) {
    Map<String, Object> settings =
        new HashMap<>(
            Map.of(
                "host", host,
                "port", port,
                "security", security,
                "user", "ops",
                "password", PASSWORD,
                "from", "ops@example.com"));
    settings.putAll(more);
    return settings;
  }

  /** All that came, oldest first. */
  List<Mail> mails() {
    return Arrays.stream(server.getReceivedMessages()).map(MailServer::mail).toList();
  }

  private static Mail mail(MimeMessage message) {
    try {
      return new Mail(
          message.getAllRecipients()[0].toString(),
          message.getSubject(),
          ((String) message.getContent()).replace("\r\n", "\n").strip());
    } catch (IOException | MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Forgets what came. */
  void forget() {
    try {
      server.purgeEmailFromAllMailboxes();
    } catch (FolderException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop();
  }
}
