package org.standardops.rest.fake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.standardops.engine.port.BundleState;
import org.standardops.model.BusinessId;
import org.standardops.model.Fault;
import org.standardops.model.ProductException;
import org.standardops.services.BundleService;
import org.standardops.services.Caller;
import org.standardops.services.port.AtomUses.Use;
import org.standardops.services.port.AtomUses.Uses;
import org.standardops.services.port.BroughtAtom;
import org.standardops.services.port.BundleId;
import org.standardops.services.port.BundleInstaller.InstalledBundle;
import org.standardops.services.port.BundleStore.Origin;

/** A jar is a bundle when it begins with PK; its third byte is its version. One task needs each. */
public final class FakeBundles implements BundleService {

  private final Map<String, UsedBundle> bundles = new TreeMap<>();
  private Optional<Path> lastFile = Optional.empty();

  /** The file that the last jar was handed over in. */
  public Optional<Path> lastFile() {
    return lastFile;
  }

  @Override
  public List<UsedBundle> list(Caller caller) {
    return bundles.values().stream()
        .map(used -> new UsedBundle(used.bundle(), used.tasks(), Optional.empty()))
        .toList();
  }

  @Override
  public UsedBundle find(Caller caller, BundleId id) {
    return Optional.ofNullable(bundles.get(id.toString()))
        .orElseThrow(() -> ProductException.notFound("The bundle " + id));
  }

  @Override
  public void requireInstall(Caller caller) {}

  @Override
  public Installed install(Caller caller, Path jar) {
    lastFile = Optional.of(jar);
    byte[] bytes = read(jar);
    if (bytes.length < 3 || bytes[0] != 'P' || bytes[1] != 'K') {
      throw ProductException.invalid(List.of(new Fault("", "NO_JAR", "These bytes are no jar.")));
    }
    BundleId id = new BundleId("org.example.atom", bytes[2] + ".0.0");
    boolean isNew = !bundles.containsKey(id.toString());
    put(id, BundleState.ACTIVE);
    return new Installed(find(caller, id), isNew);
  }

  private static byte[] read(Path jar) {
    try {
      return Files.readAllBytes(jar);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private UsedBundle put(BundleId id, BundleState state) {
    InstalledBundle bundle =
        new InstalledBundle(
            id,
            "abc",
            3,
            Origin.UPLOADED,
            "admin",
            Instant.parse("2026-11-24T08:00:00Z"),
            state,
            List.of(new BroughtAtom("sample", Map.of("en", "Sample", "zh-CN", "示例"))),
            Optional.empty());
    Uses tasks = new Uses(1, List.of(new Use("t1", new BusinessId("web"))));
    bundles.put(id.toString(), new UsedBundle(bundle, tasks, Optional.of(Uses.NONE)));
    return bundles.get(id.toString());
  }

  @Override
  public UsedBundle retire(Caller caller, BundleId id) {
    return put(find(caller, id).bundle().id(), BundleState.RETIRED);
  }

  @Override
  public UsedBundle activate(Caller caller, BundleId id) {
    return put(find(caller, id).bundle().id(), BundleState.ACTIVE);
  }

  @Override
  public Optional<UsedBundle> remove(Caller caller, BundleId id, boolean force) {
    UsedBundle draining = put(find(caller, id).bundle().id(), BundleState.DRAINING);
    if (force) {
      bundles.remove(id.toString());
    }
    return force ? Optional.empty() : Optional.of(draining);
  }
}
