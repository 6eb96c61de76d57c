package org.standardops.notify.email.internal;

import java.util.Map;

/**
 * How the mail server is reached.
 *
 * @param user empty: without signing in
 * @param certificates PEM of those that the server's must come from; empty: those that Java trusts
 */
record SmtpSettings(
    String host,
    int port,
    Security security,
    String user,
    String password,
    String from,
    String certificates) {

  /** How the connection is guarded, and the usual port with it. */
  enum Security {
    NONE(25),
    STARTTLS(587),
    TLS(465);

    private final int port;

    Security(int port) {
      this.port = port;
    }
  }

  /** From settings that fit the channel's schema. */
  static SmtpSettings of(Map<String, Object> settings) {
    Security security =
        Security.valueOf((String) settings.getOrDefault("security", Security.STARTTLS.name()));
    return new SmtpSettings(
        (String) settings.get("host"),
        ((Number) settings.getOrDefault("port", security.port)).intValue(),
        security,
        (String) settings.getOrDefault("user", ""),
        (String) settings.getOrDefault("password", ""),
        (String) settings.get("from"),
        (String) settings.getOrDefault("certificates", ""));
  }

  String place() {
    return host + ":" + port;
  }

  @Override
  public String toString() {
    return "SmtpSettings[" + place() + "]";
  }
}
