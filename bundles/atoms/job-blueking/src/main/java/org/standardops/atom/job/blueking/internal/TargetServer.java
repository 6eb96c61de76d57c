package org.standardops.atom.job.blueking.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.standardops.atom.Parameters;

/** Hosts as the Job Platform wants them named; it refuses those that are not of the scope. */
final class TargetServer {

  private TargetServer() {}

  static Map<String, Object> of(Parameters parameters) {
    Map<String, Object> server = new LinkedHashMap<>();
    put(server, "host_id_list", parameters.list("hostIds"));
    put(server, "ip_list", ips(parameters.texts("hosts")));
    put(
        server,
        "dynamic_group_list",
        parameters.texts("dynamicGroups").stream().map(id -> (Object) Map.of("id", id)).toList());
    return server;
  }

  /** Each as {@code ip}, or {@code cloud area:ip}. */
  static List<Object> ips(List<String> hosts) {
    List<Object> ips = new ArrayList<>();
    for (String host : hosts) {
      int colon = host.indexOf(':');
      Map<String, Object> ip = new LinkedHashMap<>();
      ip.put("bk_cloud_id", colon < 0 ? 0L : Long.parseLong(host.substring(0, colon)));
      ip.put("ip", host.substring(colon + 1));
      ips.add(ip);
    }
    return ips;
  }

  private static void put(Map<String, Object> server, String name, List<Object> values) {
    if (!values.isEmpty()) {
      server.put(name, values);
    }
  }
}
