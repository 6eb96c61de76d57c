package org.standardops.atom.host.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.felix.framework.FrameworkFactory;
import org.apache.felix.scr.component.ExtFactoryComponentInstance;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.osgi.framework.launch.Framework;
import org.osgi.service.component.ComponentContext;
import org.osgi.util.function.Function;
import org.osgi.util.promise.Promise;
import org.osgi.util.tracker.ServiceTracker;
import org.standardops.atom.Atom;
import org.standardops.services.port.AtomUses.Uses;
import org.standardops.services.port.BundleStore;

/** A framework with declarative services, and the installer and catalogue at work in it. */
final class TestServer {

  private static final String CONTRACT = "org.standardops.atom;version=1.1.0";

  private final Framework framework;
  private final ServiceTracker<Atom, Long> tracker;
  private final RunningAtoms running;
  private final KnownBundles known;
  private final StoredBundles stored;
  final Catalogue catalogue = new Catalogue();
  final AtomInstaller installer;

  /** Tasks that need atoms, by {@code code version}. */
  final Set<String> needed = new HashSet<>();

  /**
   * @param cache folder that the framework keeps over restarts
   */
  TestServer(Path cache, BundleStore store) throws BundleException {
    framework =
        new FrameworkFactory()
            .newFramework(
                Map.of(
                    Constants.FRAMEWORK_STORAGE,
                    cache.toString(),
                    Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
                    CONTRACT,
                    "ds.stop.timeout.milliseconds",
                    "500",
                    Constants.FRAMEWORK_BEGINNING_STARTLEVEL,
                    "100"));
    framework.start();
    tracker =
        new ServiceTracker<>(
            framework.getBundleContext(),
            Atom.class,
            new AtomArrivals(framework.getBundleContext(), catalogue, new TestWorld().world));
    tracker.open();
    for (Class<?> part :
        List.of(
            Function.class,
            Promise.class,
            ComponentContext.class,
            ExtFactoryComponentInstance.class)) {
      framework
          .getBundleContext()
          .installBundle(part.getProtectionDomain().getCodeSource().getLocation().toString())
          .start();
    }
    AtomBundles bundles =
        new AtomBundles(framework.getBundleContext(), catalogue, Duration.ofSeconds(5));
    running = new RunningAtoms(bundles, catalogue, Duration.ofMillis(200));
    known = new KnownBundles(running, catalogue);
    AtomJarCheck check =
        new AtomJarCheck(
            new Version("1.1.0"),
            Capabilities.of(framework.getBundleContext()),
            new TakenCodes(catalogue, store));
    Instant now = Instant.parse("2026-11-24T08:00:00Z");
    installer =
        new AtomInstaller(check, store, this::uses, running, known, InstantSource.fixed(now));
    stored = new StoredBundles(store, bundles, running, known);
  }

  private Uses uses(Collection<String> codes, String version, int first) {
    boolean any = codes.stream().anyMatch(code -> needed.contains(code + " " + version));
    return any ? new Uses(1, List.of()) : Uses.NONE;
  }

  FirstSync firstSync(Path shipped) {
    return new FirstSync(installer, stored, running, known, shipped, Duration.ofMillis(5));
  }

  /** With what is stored brought in. */
  static TestServer restored(Path cache, BundleStore store) throws Exception {
    TestServer server = new TestServer(cache, store);
    server.running.startKept();
    server.stored.restore();
    return server;
  }

  Framework framework() {
    return framework;
  }

  List<Bundle> atomBundles() {
    return Arrays.stream(framework.getBundleContext().getBundles())
        .filter(bundle -> bundle.getLocation().startsWith("atom:"))
        .toList();
  }

  void stop() throws Exception {
    tracker.close();
    framework.stop();
    framework.waitForStop(10_000);
  }
}
