package org.standardops.outbound.internal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A CIDR range.
 *
 * @param network its first address, 4 or 16 bytes
 * @param bits how many leading bits count
 */
record AddressRange(InetAddress network, int bits) {

  private static final Pattern IP_V4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
  private static final Pattern IP_V6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
  private static final Pattern BITS = Pattern.compile("\\d{1,3}");

  /** An address, or a range such as {@code 10.0.0.0/8}; empty for what is neither. */
  static Optional<AddressRange> parse(String text) {
    String[] parts = text.split("/", 2);
    if (!IP_V4.matcher(parts[0]).matches() && !IP_V6.matcher(parts[0]).matches()) {
      return Optional.empty();
    }
    try {
      // A literal: nothing is looked up.
      InetAddress network = InetAddress.getByName(parts[0]);
      int most = network.getAddress().length * Byte.SIZE;
      if (parts.length == 1) {
        return Optional.of(new AddressRange(network, most));
      }
      if (!BITS.matcher(parts[1]).matches() || Integer.parseInt(parts[1]) > most) {
        return Optional.empty();
      }
      return Optional.of(new AddressRange(network, Integer.parseInt(parts[1])));
    } catch (UnknownHostException e) {
      // It only looked like an address: 999.1.1.1.
      return Optional.empty();
    }
  }

  boolean contains(InetAddress address) {
    byte[] own = network.getAddress();
    byte[] other = address.getAddress();
    if (own.length != other.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % Byte.SIZE);
      if ((own[bit / Byte.SIZE] & mask) != (other[bit / Byte.SIZE] & mask)) {
        return false;
      }
    }
    return true;
  }
}
