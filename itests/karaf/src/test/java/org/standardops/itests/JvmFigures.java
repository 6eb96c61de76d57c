package org.standardops.itests;

import java.nio.file.Path;

/**
 * What lives in a server's JVM after a full collection of garbage, as the JDK's own tool tells.
 *
 * @param bundleClassLoaders one for each bundle whose classes are not gone
 * @param gateAtoms instances of the tests' atom
 */
record JvmFigures(long threads, long bundleClassLoaders, long gateAtoms, long megabytes) {

  private static final String LOADER =
      "org.apache.felix.framework.BundleWiringImpl$BundleClassLoader";
  private static final Path JCMD = Path.of(System.getProperty("java.home"), "bin", "jcmd");

  static JvmFigures of(ServerProcess server) {
    String pid = Long.toString(server.process().orElseThrow().pid());
    String histogram = ask(pid, "GC.class_histogram");
    return new JvmFigures(
        ask(pid, "Thread.print").lines().filter(line -> line.startsWith("\"")).count(),
        instances(histogram, LOADER),
        instances(histogram, org.standardops.itests.gate.GateAtom.class.getName()),
        megabytes(histogram));
  }

  private static String ask(String pid, String question) {
    return Command.run(JCMD.toString(), pid, question).expectSuccess().output();
  }

  /** A line reads: number, instances, bytes, class, perhaps its module. */
  private static long instances(String histogram, String type) {
    return histogram
        .lines()
        .map(line -> line.strip().split("\\s+"))
        .filter(line -> line.length >= 4 && line[3].equals(type))
        .mapToLong(line -> Long.parseLong(line[1]))
        .sum();
  }

  private static long megabytes(String histogram) {
    return histogram
            .lines()
            .filter(line -> line.startsWith("Total"))
            .map(line -> line.strip().split("\\s+"))
            .mapToLong(line -> Long.parseLong(line[2]))
            .sum()
        >> 20;
  }
}
