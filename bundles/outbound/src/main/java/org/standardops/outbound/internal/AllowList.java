package org.standardops.outbound.internal;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Destinations that are allowed although their addresses are not public.
 *
 * @param hosts names in lower case: whatever address such a name has
 * @param ranges addresses: whatever name they have
 * @param unreadable entries that are none of these
 */
record AllowList(Set<String> hosts, List<AddressRange> ranges, List<String> unreadable) {

  private static final Pattern HOST =
      Pattern.compile("(?=.*[A-Za-z])[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_])?");

  /**
   * @param entries host names, addresses and CIDR ranges, separated by commas
   */
  static AllowList parse(String entries) {
    Set<String> hosts = new HashSet<>();
    List<AddressRange> ranges = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    for (String each : entries.split(",")) {
      String entry = each.strip();
      Optional<AddressRange> range = AddressRange.parse(entry);
      if (range.isPresent()) {
        ranges.add(range.get());
      } else if (HOST.matcher(entry).matches()) {
        hosts.add(entry.toLowerCase(Locale.ROOT));
      } else if (!entry.isEmpty()) {
        unreadable.add(entry);
      }
    }
    return new AllowList(Set.copyOf(hosts), List.copyOf(ranges), List.copyOf(unreadable));
  }

  boolean allows(String host, InetAddress address) {
    return hosts.contains(host.toLowerCase(Locale.ROOT))
        || ranges.stream().anyMatch(range -> range.contains(address));
  }
}
