package org.standardops.services.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.standardops.services.internal.Refusals.faults;
import static org.standardops.services.internal.Refusals.refusal;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.standardops.model.ErrorCode;
import org.standardops.model.ProcessId;
import org.standardops.services.Caller;
import org.standardops.services.port.Favourite;
import org.standardops.services.port.LightApp;

class SelectionUseCasesTest {

  private final World world = new World();
  private final ProcessId process = world.published();

  @Test
  void savesWhatTheProcessCanRun() {
    world.selections.save(world.ann, process, "just push", List.of("push"));

    assertThat(world.selections.list(world.ann, process))
        .extracting(saved -> saved.name(), saved -> saved.nodes(), saved -> saved.savedBy())
        .containsExactly(tuple("just push", List.of("push"), "ann"));
  }

  @Test
  void findsEveryFaultOfASelection() {
    assertThat(
            faults(
                () -> world.selections.save(world.ann, process, " ", List.of("push", "x", "push"))))
        .containsExactlyInAnyOrder(
            tuple("", "MISSING"),
            tuple("/nodes/1", "UNKNOWN_NODE"),
            tuple("/nodes/2", "DUPLICATE_ID"));
  }

  @Test
  void keepsAHundredSelectionsAndReplacesThemStill() {
    IntStream.range(0, 100)
        .forEach(n -> world.selections.save(world.ann, process, "s" + n, List.of("push")));

    assertThat(faults(() -> world.selections.save(world.ann, process, "more", List.of("push"))))
        .containsExactly(tuple("", "TOO_MANY"));
    assertThat(world.selections.save(world.ann, process, "s7", List.of("compare")).nodes())
        .containsExactly("compare");
  }

  @Test
  void favouritesAreOfWhatOneMaySee() {
    world.favourites.add(world.ann, Favourite.Kind.PROCESS, process.value());

    assertThat(world.favourites.list(world.ann)).hasSize(1);
    assertThat(world.favourites.list(world.bob)).isEmpty();
    assertThat(
            refusal(() -> world.favourites.add(world.bob, Favourite.Kind.PROCESS, process.value()))
                .code())
        .isEqualTo(ErrorCode.NOT_FOUND);
    assertThat(faults(() -> added("x".repeat(129)))).containsExactly(tuple("", "TOO_LONG"));
  }

  @Test
  void favouritesAreOfWhatExists() {
    LightApp app =
        world
            .lightApps
            .create(world.ann, world.succeeded(process), World.form("ann"), Optional.empty())
            .app();
    world.favourites.add(world.ann, Favourite.Kind.LIGHT_APP, app.id().value());
    world.favourites.add(world.ann, Favourite.Kind.ATOM, "push");

    assertThat(world.favourites.list(world.ann)).hasSize(2);
    assertThat(refusal(() -> added("tea-kettle")).code()).isEqualTo(ErrorCode.NOT_FOUND);
    assertThat(
            refusal(
                    () ->
                        world.favourites.add(world.bob, Favourite.Kind.LIGHT_APP, app.id().value()))
                .code())
        .isEqualTo(ErrorCode.NOT_FOUND);
    assertThat(
            refusal(() -> world.favourites.add(world.ann, Favourite.Kind.LIGHT_APP, "none")).code())
        .isEqualTo(ErrorCode.NOT_FOUND);
  }

  @Test
  void favouritesAreOneselfsEvenBeforeTheFirstPasswordWasChanged() {
    Caller ann = new Caller("ann", false, true, "127.0.0.1");

    world.favourites.add(ann, Favourite.Kind.PROCESS, process.value());

    assertThat(world.favourites.list(ann)).hasSize(1);
  }

  private Object added(String atom) {
    world.favourites.add(world.ann, Favourite.Kind.ATOM, atom);
    return "added";
  }
}
