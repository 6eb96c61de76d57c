package org.standardops.services.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.standardops.engine.port.BundleState;
import org.standardops.model.ErrorCode;
import org.standardops.model.ProcessId;
import org.standardops.model.ProductException;
import org.standardops.services.BundleService.UsedBundle;
import org.standardops.services.port.AtomUses.Use;
import org.standardops.services.port.BundleId;

class BundleUseCasesTest {

  private static final BundleId PUSH = new BundleId("push", "1.0.0");

  private final World world = new World();

  BundleUseCasesTest() {
    world.bundleService.install(world.root, Path.of("push"));
  }

  @Test
  void namesTheProcessesWhoseNextTaskRunsOnABundle() {
    ProcessId process = world.published();
    world.atoms.retire("push", "1.1.0");

    UsedBundle bundle = world.bundleService.find(world.root, PUSH);

    assertThat(bundle.processes().orElseThrow().first())
        .containsExactly(new Use(process.value(), World.B1));
    world.atoms.retire("push", "1.0.0");
    assertThat(world.bundleService.find(world.root, PUSH).processes().orElseThrow().count())
        .isZero();
  }

  @Test
  void removesAtOnceWhatNoTaskNeeds() {
    assertThat(world.bundleService.remove(world.root, PUSH, false)).isEmpty();

    assertThat(world.bundles.list()).isEmpty();
  }

  @Test
  void drainsWhatTasksNeedAndNamesThem() {
    world.atomUses.begin("push", "1.0.0");

    UsedBundle draining = world.bundleService.remove(world.root, PUSH, false).orElseThrow();

    assertThat(draining.bundle().state()).isEqualTo(BundleState.DRAINING);
    assertThat(draining.tasks().count()).isEqualTo(1);
    assertThat(draining.tasks().first()).extracting(Use::id).containsExactly("push 1.0.0");
  }

  @Test
  void aDrainingBundleGoesWithItsLastTask() {
    world.atomUses.begin("push", "1.0.0");
    world.bundleService.remove(world.root, PUSH, false);
    Draining draining = new Draining(world.bundles, world.atomUses, world.engine);

    draining.endAll();
    assertThat(world.bundles.list()).hasSize(1);

    world.atomUses.end("push", "1.0.0");
    draining.endAll();
    assertThat(world.bundles.list()).isEmpty();
  }

  @Test
  void aBundleThatIsActiveAgainStays() {
    world.atomUses.begin("push", "1.0.0");
    world.bundleService.remove(world.root, PUSH, false);

    UsedBundle active = world.bundleService.activate(world.root, PUSH);

    assertThat(active.bundle().state()).isEqualTo(BundleState.ACTIVE);
    world.atomUses.end("push", "1.0.0");
    new Draining(world.bundles, world.atomUses, world.engine).endAll();
    assertThat(world.bundles.list()).hasSize(1);
  }

  @Test
  void forceAsksNoTask() {
    world.atomUses.begin("push", "1.0.0");

    assertThat(world.bundleService.remove(world.root, PUSH, true)).isEmpty();
    assertThat(world.bundles.list()).isEmpty();
  }

  @Test
  void knowsNoBundleThatIsNotThere() {
    assertThatThrownBy(() -> world.bundleService.find(world.root, new BundleId("push", "2.0.0")))
        .isInstanceOfSatisfying(
            ProductException.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.NOT_FOUND));
  }
}
