package org.standardops.notify.email.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.mail.AuthenticationFailedException;
import javax.mail.MessagingException;
import javax.mail.SendFailedException;
import javax.mail.Session;
import javax.mail.Transport;
import javax.mail.internet.AddressException;
import javax.mail.internet.InternetAddress;
import javax.mail.internet.MimeMessage;
import javax.net.ssl.SSLException;
import org.osgi.service.component.annotations.Component;
import org.standardops.model.process.Notify;
import org.standardops.notify.Message;
import org.standardops.notify.NotificationChannel;
import org.standardops.notify.SendFailed;

/** Sends by SMTP; one connection for each message. */
@Component
public final class EmailChannel implements NotificationChannel {

  private static final String SECONDS_20 = "20000";

  private static final Map<String, Object> SCHEMA =
      Map.of(
          "type",
          "object",
          "required",
          List.of("host", "from"),
          "additionalProperties",
          false,
          "properties",
          Map.of(
              "host", Map.of("type", "string", "minLength", 1, "maxLength", 253),
              "port", Map.of("type", "integer", "minimum", 1, "maximum", 65535),
              "security", Map.of("enum", List.of("NONE", "STARTTLS", "TLS"), "default", "STARTTLS"),
              "user", Map.of("type", "string", "maxLength", 320),
              "password", Map.of("type", "string", "maxLength", 1000, "format", "secret"),
              "from",
                  Map.of(
                      "type",
                      "string",
                      "minLength",
                      3,
                      "maxLength",
                      320,
                      "pattern",
                      "^[^\\s@]+@[^\\s@]+$"),
              "certificates",
                  Map.of(
                      "type",
                      "string",
                      "maxLength",
                      100_000,
                      "pattern",
                      "^\\s*-----BEGIN CERTIFICATE-----",
                      "description",
                      "PEM of the certificates that the server's must come from, in place of those"
                          + " that Java trusts"),
              "language", Map.of("enum", List.of("en", "zh-CN"), "default", "en")));

  @Override
  public Notify.Channel channel() {
    return Notify.Channel.EMAIL;
  }

  @Override
  public Map<String, Object> settingsSchema() {
    return SCHEMA;
  }

  @Override
  public void send(Message message, Map<String, Object> settings) throws SendFailed {
    SmtpSettings smtp = SmtpSettings.of(settings);
    // The mail library finds its parts by the thread's class loader.
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    Thread.currentThread().setContextClassLoader(Session.class.getClassLoader());
    try {
      send(message, smtp);
    } catch (AddressException e) {
      throw SendFailed.forGood("'" + message.to() + "' is no e-mail address.");
    } catch (AuthenticationFailedException e) {
      throw SendFailed.forNow("The mail server " + smtp.place() + " refuses user or password.", e);
    } catch (SendFailedException e) {
      throw SendFailed.forNow(
          "The mail server " + smtp.place() + " refuses the message: " + reason(e), e);
    } catch (MessagingException e) {
      throw SendFailed.forNow(
          last(e) instanceof SSLException
              ? "The mail server "
                  + smtp.place()
                  + " cannot be trusted; look at 'host', 'security' and 'certificates': "
                  + reason(e)
              : "The mail server " + smtp.place() + " cannot be used: " + reason(e),
          e);
    } catch (GeneralSecurityException e) {
      throw SendFailed.forNow("The setting 'certificates' has none that can be read.", e);
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  private static void send(Message message, SmtpSettings smtp)
      throws MessagingException, GeneralSecurityException {
    Session session = Session.getInstance(properties(smtp));
    MimeMessage mail = new MimeMessage(session);
    mail.setFrom(new InternetAddress(smtp.from(), true));
    mail.setRecipient(javax.mail.Message.RecipientType.TO, new InternetAddress(message.to(), true));
    mail.setSubject(message.subject(), StandardCharsets.UTF_8.name());
    mail.setText(message.text(), StandardCharsets.UTF_8.name());
    mail.setHeader("Auto-Submitted", "auto-generated");
    mail.setSentDate(new Date());
    mail.saveChanges();
    try (Transport transport = session.getTransport()) {
      if (smtp.user().isEmpty()) {
        transport.connect();
      } else {
        transport.connect(smtp.user(), smtp.password());
      }
      transport.sendMessage(mail, mail.getAllRecipients());
    }
  }

  private static Properties properties(SmtpSettings smtp) throws GeneralSecurityException {
    String protocol = smtp.security() == SmtpSettings.Security.TLS ? "smtps" : "smtp";
    String prefix = "mail." + protocol + ".";
    Properties properties = new Properties();
    properties.setProperty("mail.transport.protocol", protocol);
    properties.setProperty(prefix + "host", smtp.host());
    properties.setProperty(prefix + "port", Integer.toString(smtp.port()));
    properties.setProperty(prefix + "auth", Boolean.toString(!smtp.user().isEmpty()));
    properties.setProperty(prefix + "connectiontimeout", SECONDS_20);
    properties.setProperty(prefix + "timeout", SECONDS_20);
    properties.setProperty(prefix + "writetimeout", SECONDS_20);
    properties.setProperty(prefix + "ssl.checkserveridentity", "true");
    if (smtp.security() == SmtpSettings.Security.STARTTLS) {
      properties.setProperty(prefix + "starttls.enable", "true");
      properties.setProperty(prefix + "starttls.required", "true");
    }
    if (!smtp.certificates().isEmpty()) {
      properties.put(
          prefix + "ssl.socketFactory", TrustedCertificates.sockets(smtp.certificates()));
    }
    return properties;
  }

  /**
   * What the library says of what the server said; nothing of it comes from the settings' secret.
   */
  private static String reason(MessagingException e) {
    return String.valueOf(last(e).getMessage()).replaceAll("\\s+", " ").strip();
  }

  private static Throwable last(MessagingException e) {
    Throwable last = e;
    while (last instanceof MessagingException failed && failed.getNextException() != null) {
      last = failed.getNextException();
    }
    return last;
  }
}
