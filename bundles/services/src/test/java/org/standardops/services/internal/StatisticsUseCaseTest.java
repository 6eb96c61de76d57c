package org.standardops.services.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.standardops.services.internal.Refusals.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.standardops.model.ProcessId;
import org.standardops.model.TaskId;
import org.standardops.model.process.TimingType;
import org.standardops.model.task.NodeStatus;
import org.standardops.model.task.TaskStatus;
import org.standardops.services.Caller;
import org.standardops.services.Statistics;
import org.standardops.services.Statistics.Figures;
import org.standardops.services.port.FollowerRight;
import org.standardops.services.port.StatisticsStore.Counted;
import org.standardops.services.port.StatisticsStore.NodeTime;
import org.standardops.services.port.StatisticsStore.TaskTime;
import org.standardops.services.port.StatisticsStore.Times;

class StatisticsUseCaseTest {

  private final World world = new World();
  private final Instant ended = world.clock.instant().minusSeconds(60);
  private int number;

  private void count(String process, String name, String person, boolean succeeded, int seconds) {
    Times times = new Times(Duration.ofSeconds(seconds), Duration.ofHours(1), Duration.ZERO);
    world.statisticsStore.count(
        new TaskId(++number),
        Optional.of(
            new Counted(
                new TaskTime(
                    World.B1,
                    new ProcessId(process),
                    name,
                    person,
                    "starter of " + person,
                    ended.plusMillis(number),
                    succeeded,
                    times),
                List.of(new NodeTime("n", "timer", TimingType.IDLE_TIME, 1, succeeded, times)))));
  }

  private Statistics statistics(Caller caller) {
    return world.statistics.of(caller, World.B1, Optional.empty(), Optional.empty());
  }

  @Test
  void gathersCountsSuccessMiddleAndTail() {
    IntStream.rangeClosed(1, 20).forEach(n -> count("p1", "CDN", "ann", n > 5, n));

    Figures figures = statistics(world.ann).tasks();

    assertThat(figures)
        .isEqualTo(
            new Figures(
                20,
                15,
                0.75,
                Duration.ofSeconds(10),
                Duration.ofSeconds(19),
                Duration.ofSeconds(210),
                Duration.ofHours(20),
                Duration.ZERO));
  }

  @Test
  void tellsProcessesPeopleAtomsAndTimingTypesApart() {
    count("p1", "Old name", "ann", true, 1);
    count("p1", "New name", "bob", true, 1);
    count("p2", "Other", "ann", false, 1);

    Statistics all = statistics(world.ann);

    assertThat(all.processes())
        .extracting(Statistics.OfProcess::name, of -> of.figures().count())
        .containsExactly(tuple("New name", 2), tuple("Other", 1));
    assertThat(all.people())
        .extracting(Statistics.OfPerson::person, of -> of.figures().count())
        .containsExactly(tuple("ann", 2), tuple("bob", 1));
    assertThat(all.starters())
        .extracting(Statistics.OfPerson::person, of -> of.figures().count())
        .containsExactly(tuple("starter of ann", 2), tuple("starter of bob", 1));
    assertThat(all.atoms()).extracting(Statistics.OfAtom::atom).containsExactly("timer");
    assertThat(all.timings().get(0).figures().count()).isEqualTo(3);
  }

  @Test
  void showsAFollowerOnlyProcessesItMaySee() {
    count("p1", "CDN", "ann", true, 1);
    count("p2", "Other", "ann", true, 1);

    assertThat(statistics(world.follower("eve", new ProcessId("p2"), FollowerRight.VIEW)).tasks())
        .extracting(Figures::count)
        .isEqualTo(1);
  }

  @Test
  void ofNothingThereAreNoFigures() {
    assertThat(statistics(world.ann).tasks().success()).isZero();
    assertThat(statistics(world.ann).processes()).isEmpty();
    assertThat(
            faults(
                () ->
                    world.statistics.of(
                        world.ann, World.B1, Optional.of(ended), Optional.of(ended))))
        .containsExactly(tuple("?from", "INVALID_VALUE"));
  }

  @Test
  void countsEachTaskThatEndedAndForgetsWhatIsGone() {
    ProcessId process = world.published();
    TaskId never = world.task(world.ann, process);
    world.engine.put(
        world.engine.tasks().get(never).plan(),
        TaskStatus.TERMINATED,
        Map.of("push", NodeStatus.TERMINATED));
    world.statisticsStore.ended(never);
    world.statisticsStore.ended(new TaskId(99));

    assertThat(new TaskCounting(world.engine, world.statisticsStore).countAll()).isTrue();

    assertThat(world.statisticsStore.uncounted(10)).isEmpty();
    assertThat(world.statisticsStore.counted()).isEmpty();
  }
}
