package org.standardops.atom.host.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
import org.standardops.services.port.BundleStore;

/** A framework with declarative services, and the installer and catalogue at work in it. */
final class TestServer {

  private static final String CONTRACT = "org.standardops.atom;version=1.1.0";

  private final Framework framework;
  private final ServiceTracker<Atom, Long> tracker;
  final Catalogue catalogue = new Catalogue();
  final AtomInstaller installer;

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
    installer =
        new AtomInstaller(
            new AtomJarCheck(new Version("1.1.0"), catalogue),
            store,
            new AtomBundles(framework.getBundleContext(), catalogue),
            InstantSource.fixed(Instant.parse("2026-11-24T08:00:00Z")),
            Duration.ofSeconds(5));
  }

  /** With what is stored brought in. */
  static TestServer restored(Path cache, BundleStore store) throws Exception {
    TestServer server = new TestServer(cache, store);
    server.installer.restore();
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
