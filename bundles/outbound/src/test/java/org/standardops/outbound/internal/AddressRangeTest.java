package org.standardops.outbound.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

final class AddressRangeTest {

  @Property
  void aRangeHoldsWhatAgreesInItsBits(
      @ForAll @Size(4) byte[] network,
      @ForAll @Size(4) byte[] other,
      @ForAll @IntRange(max = 32) int bits)
      throws UnknownHostException {
    AddressRange range = new AddressRange(InetAddress.getByAddress(network), bits);
    long mask = bits == 0 ? 0 : -1L << (32 - bits) & 0xffffffffL;

    assertThat(range.contains(InetAddress.getByAddress(other)))
        .isEqualTo((number(network) & mask) == (number(other) & mask));
  }

  private static long number(byte[] address) {
    long number = 0;
    for (byte b : address) {
      number = number << 8 | (b & 0xff);
    }
    return number;
  }
}
