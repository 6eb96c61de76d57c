package org.standardops.atom.job.internal;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.standardops.atom.Host;

/**
 * A host as a person writes it: {@code host}, {@code host:port}, {@code [IPv6]:port}.
 *
 * @param host name or address, in lower case
 */
record HostName(String host, Optional<Integer> port) {

  private static final Pattern BRACKETS = Pattern.compile("\\[([0-9A-Fa-f:.%]+)](?::(\\d{1,5}))?");
  private static final Pattern PLAIN = Pattern.compile("([A-Za-z0-9._-]+)(?::(\\d{1,5}))?");
  private static final Pattern IPV6 =
      Pattern.compile("([0-9A-Fa-f]*:[0-9A-Fa-f:.%]*:[0-9A-Fa-f.%]*)()?");
  static final int SSH_PORT = 22;

  static Optional<HostName> parse(String text) {
    for (Pattern form : new Pattern[] {PLAIN, BRACKETS, IPV6}) {
      Matcher matcher = form.matcher(text.strip());
      if (matcher.matches()) {
        Optional<Integer> port =
            Optional.ofNullable(matcher.group(2)).filter(p -> !p.isEmpty()).map(Integer::valueOf);
        return port.filter(p -> p < 1 || p > 65_535).isPresent()
            ? Optional.empty()
            : Optional.of(new HostName(matcher.group(1).toLowerCase(Locale.ROOT), port));
      }
    }
    return Optional.empty();
  }

  /** Without a port, any port is meant. */
  boolean names(Host candidate) {
    return candidate.host().equalsIgnoreCase(host)
        && (port.isEmpty() || port.get() == candidate.port());
  }
}
