package org.standardops.services.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.standardops.engine.port.HostKeys;
import org.standardops.engine.port.HostKeys.Server;
import org.standardops.model.BusinessId;
import org.standardops.model.Fault;
import org.standardops.platform.Host;

/**
 * The keys of a business's hosts beside what the configuration platform says of them. A list of
 * hosts that is put without keys leaves them as they are; a key is changed and forgotten only where
 * that is said.
 */
final class KnownHostKeys {

  /** In the place of a key: what is known goes, and the next one that is seen is remembered. */
  static final String ACCEPT_NEW = "ACCEPT_NEW";

  private static final Pattern KEY =
      Pattern.compile(
          "(ssh-ed25519|ssh-rsa|ecdsa-sha2-nistp(?:256|384|521)) ([A-Za-z0-9+/]{40,4000}={0,2})(?: .*)?");

  private final HostKeys keys;

  KnownHostKeys(HostKeys keys) {
    this.keys = keys;
  }

  static List<Fault> check(String pointer, String key) {
    Matcher matcher = KEY.matcher(key.strip());
    boolean valid = key.equals(ACCEPT_NEW) || matcher.matches() && saysItsType(matcher);
    return valid
        ? List.of()
        : List.of(
            new Fault(
                pointer,
                "INVALID_VALUE",
                "Write a public host key as in a .pub file, such as 'ssh-ed25519 AAAA…', or ACCEPT_NEW to forget the one that is known."));
  }

  /** The encoded part begins with the type, too. */
  private static boolean saysItsType(Matcher key) {
    byte[] type = key.group(1).getBytes(StandardCharsets.US_ASCII);
    try {
      byte[] encoded = Base64.getDecoder().decode(key.group(2));
      return encoded.length > type.length + 4
          && encoded[3] == type.length
          && new String(encoded, 4, type.length, StandardCharsets.US_ASCII).equals(key.group(1));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** As the platform is to keep them. */
  static List<Host> without(List<Host> hosts) {
    return hosts.stream().map(host -> host.withHostKey(Optional.empty())).toList();
  }

  void set(BusinessId business, List<Host> hosts) {
    Map<Server, String> set = new HashMap<>();
    List<Server> forget = new ArrayList<>();
    for (Host host : hosts) {
      Server server = server(host);
      host.hostKey()
          .ifPresent(
              key -> {
                if (key.equals(ACCEPT_NEW)) {
                  forget.add(server);
                } else {
                  set.put(server, withoutComment(key));
                }
              });
    }
    if (!set.isEmpty() || !forget.isEmpty()) {
      keys.change(business, set, forget);
    }
  }

  private static String withoutComment(String key) {
    String[] words = key.strip().split(" ");
    return words[0] + " " + words[1];
  }

  List<Host> shown(BusinessId business, List<Host> hosts) {
    Map<Server, String> known = keys.of(business);
    return hosts.stream()
        .map(host -> host.withHostKey(Optional.ofNullable(known.get(server(host)))))
        .toList();
  }

  private static Server server(Host host) {
    return new Server(host.host(), host.port());
  }
}
