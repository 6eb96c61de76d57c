package org.standardops.outbound.internal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Tells public addresses from those behind which servers trust whoever reaches them. */
final class PublicAddresses {

  private static final List<AddressRange> NOT_PUBLIC =
      Stream.of(
              "0.0.0.0/8", // this network
              "10.0.0.0/8", // private
              "100.64.0.0/10", // carrier's NAT; one cloud's metadata at 100.100.100.200
              "127.0.0.0/8", // loopback
              "168.63.129.16", // a cloud's metadata
              "169.254.0.0/16", // link-local; most clouds' metadata
              "172.16.0.0/12", // private
              "192.0.0.0/24", // protocols; one cloud's metadata at 192.0.0.192
              "192.168.0.0/16", // private
              "198.18.0.0/15", // benchmarks of networks
              "224.0.0.0/4", // multicast
              "240.0.0.0/4", // reserved, broadcast
              "::/128", // unspecified
              "::1/128", // loopback
              "64:ff9b:1::/48", // local translation to IPv4
              "2001::/32", // Teredo: IPv4 inside
              "fc00::/7", // private
              "fe80::/10", // link-local
              "fec0::/10", // site-local
              "ff00::/8") // multicast
          .map(range -> AddressRange.parse(range).orElseThrow())
          .toList();

  /** An IPv6 range that holds IPv4 addresses, and where in an address they are. */
  private record Embedding(AddressRange range, int offset) {
    static Embedding of(String range, int offset) {
      return new Embedding(AddressRange.parse(range).orElseThrow(), offset);
    }
  }

  private static final List<Embedding> EMBEDDINGS =
      List.of(
          Embedding.of("::/96", 12), // compatible
          Embedding.of("64:ff9b::/96", 12), // translated
          Embedding.of("2002::/16", 2)); // 6to4

  private PublicAddresses() {}

  static boolean contain(InetAddress address) {
    if (NOT_PUBLIC.stream().anyMatch(range -> range.contains(address))) {
      return false;
    }
    return EMBEDDINGS.stream()
        .filter(embedding -> embedding.range().contains(address))
        .allMatch(embedding -> contain(embedded(address, embedding.offset())));
  }

  private static InetAddress embedded(InetAddress address, int offset) {
    try {
      // Four bytes make an IPv4 address. The JDK makes one of a mapped address (::ffff:0:0/96) too.
      return InetAddress.getByAddress(Arrays.copyOfRange(address.getAddress(), offset, offset + 4));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("Four bytes are an address.", e);
    }
  }
}
