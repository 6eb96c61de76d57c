package org.standardops.outbound.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

final class AllowListTest {

  @Test
  void readsNamesAddressesAndRanges() throws UnknownHostException {
    AllowList list = AllowList.parse(" Sandbox.Example.com, 127.0.0.1,10.1.0.0/16 ,fd00::/8,, ");

    assertThat(list.unreadable()).isEmpty();
    assertThat(list.allows("sandbox.example.COM", address("192.168.1.1"))).isTrue();
    assertThat(list.allows("other.example.com", address("192.168.1.1"))).isFalse();
    assertThat(list.allows("x", address("127.0.0.1"))).isTrue();
    assertThat(list.allows("x", address("127.0.0.2"))).isFalse();
    assertThat(list.allows("x", address("10.1.255.255"))).isTrue();
    assertThat(list.allows("x", address("10.2.0.0"))).isFalse();
    assertThat(list.allows("x", address("fd12::1"))).isTrue();
  }

  @Test
  void allowsNothingWhereNothingIsWritten() throws UnknownHostException {
    assertThat(AllowList.parse("").allows("", address("127.0.0.1"))).isFalse();
  }

  @Test
  void namesWhatItCannotRead() {
    assertThat(
            AllowList.parse("10.0.0.0/33, 999.1.1.1, *.example.com, http://a, fd00::/129, 10")
                .unreadable())
        .containsExactly(
            "10.0.0.0/33", "999.1.1.1", "*.example.com", "http://a", "fd00::/129", "10");
  }

  private static InetAddress address(String text) throws UnknownHostException {
    return InetAddress.getByName(text);
  }
}
