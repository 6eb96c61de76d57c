package org.standardops.outbound.internal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Gives the addresses of a name that may be reached. The client connects to just these, so that a
 * name cannot have another address when it is connected to than when it was checked.
 */
record GuardedResolver(DnsResolver names, Supplier<AllowList> allowed) implements DnsResolver {

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] all = names.resolve(host);
    AllowList now = allowed.get();
    InetAddress[] reachable =
        Arrays.stream(all)
            .filter(address -> PublicAddresses.contain(address) || now.allows(host, address))
            .toArray(InetAddress[]::new);
    if (reachable.length == 0) {
      throw new DestinationRefused(
          host,
          Arrays.stream(all).map(InetAddress::getHostAddress).collect(Collectors.joining(", ")));
    }
    return reachable;
  }

  @Override
  public String resolveCanonicalHostname(String host) throws UnknownHostException {
    return names.resolveCanonicalHostname(host);
  }
}
