package org.standardops.atom.host.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Version;
import org.standardops.atom.Atom;
import org.standardops.atom.Business;
import org.standardops.atom.Call;
import org.standardops.atom.Choice;
import org.standardops.atom.Host;
import org.standardops.atom.OptionsCall;
import org.standardops.atom.Outcome;
import org.standardops.atom.Parameters;
import org.standardops.engine.port.AtomDescription;
import org.standardops.model.ErrorCode;
import org.standardops.model.Fault;
import org.standardops.model.ProductException;

class AskedAtomTest {

  private final TestWorld world = new TestWorld();

  @Test
  void showsTheCheckTheHostsOfTheBusiness() {
    AskedAtom atom =
        asked(
            new Checking() {
              @Override
              public List<org.standardops.atom.Fault> check(
                  Parameters parameters, Business business) {
                List<String> hosts = business.hosts().stream().map(Host::host).toList();
                return hosts.contains(parameters.text("host"))
                    ? List.of()
                    : List.of(new org.standardops.atom.Fault("/host", "FOREIGN_HOST", "No."));
              }
            });

    assertThat(atom.check(TestWorld.BUSINESS, Map.of("host", "10.0.0.1"))).isEmpty();
    assertThat(atom.check(TestWorld.BUSINESS, Map.of("host", "10.9.9.9")))
        .extracting(Fault::code)
        .containsExactly("FOREIGN_HOST");
  }

  @Test
  void takesNoThreadForAnAtomWithoutCheck() {
    assertThat(asked(new Checking() {}).check(TestWorld.BUSINESS, Map.of())).isEmpty();
    assertThat(world.threads.getLargestPoolSize()).isZero();
  }

  @Test
  void takesAnErrorInTheCheckForAFault() {
    AskedAtom atom =
        asked(
            new Checking() {
              @Override
              public List<org.standardops.atom.Fault> check(Parameters parameters) {
                throw new StackOverflowError();
              }
            });

    assertThat(atom.check(TestWorld.BUSINESS, Map.of()))
        .extracting(Fault::code)
        .containsExactly("CHECK_BROKEN");
  }

  @Test
  void interruptsACheckThatHangsAndLeavesNoThread() {
    CountDownLatch interrupted = new CountDownLatch(1);
    AskedAtom atom =
        asked(
            new Checking() {
              @Override
              public List<org.standardops.atom.Fault> check(Parameters parameters) {
                try {
                  new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                  interrupted.countDown();
                }
                return List.of();
              }
            });

    assertThat(atom.check(TestWorld.BUSINESS, Map.of()))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.code()).isEqualTo("CHECK_TIMEOUT");
              assertThat(fault.message()).contains("within 5 s");
            });
    await().until(() -> interrupted.getCount() == 0 && world.threads.getActiveCount() == 0);
  }

  @Test
  void isAskedNoMoreWhileTooManyQuestionsHang() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(QuickCalls.AT_ONCE);
    QuickCalls calls = new QuickCalls(world.threads);
    ExecutorService askers = Executors.newFixedThreadPool(QuickCalls.AT_ONCE);
    for (int i = 0; i < QuickCalls.AT_ONCE; i++) {
      askers.submit(
          () ->
              calls.call(
                  Duration.ofMinutes(1),
                  cancelled -> {
                    begun.countDown();
                    awaitUninterrupted(release);
                    return "late";
                  }));
    }
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    askers.shutdownNow(); // nobody waits any more, and the atom does not care
    await().until(askers::isTerminated);

    assertThatThrownBy(() -> calls.call(Duration.ofSeconds(5), cancelled -> "now"))
        .isInstanceOf(QuickCalls.NoAnswer.class)
        .hasMessageContaining("8 earlier questions");

    release.countDown();
    await().until(() -> world.threads.getActiveCount() == 0);
    String answer = calls.call(Duration.ofSeconds(5), cancelled -> "now");
    assertThat(answer).isEqualTo("now");
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    while (latch.getCount() > 0) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        continue; // a bad atom
      }
    }
  }

  @Test
  void givesTheChoicesOfAMarkedField() {
    AskedAtom atom =
        asked(
            choosing(
                call ->
                    List.of(
                        Choice.of(
                            call.business().id() + call.parameters().values(), call.query()))));

    assertThat(atom.options(TestWorld.BUSINESS, "text", Map.of("count", 1), "q"))
        .containsExactly(Choice.of("b1{count=1}", "q"));
  }

  @Test
  void refusesAFieldWithoutChoices() {
    AskedAtom atom = asked(choosing(call -> List.of()));

    assertThatThrownBy(() -> atom.options(TestWorld.BUSINESS, "count", Map.of(), ""))
        .isInstanceOfSatisfying(
            ProductException.class,
            e ->
                assertThat(e.faults())
                    .singleElement()
                    .satisfies(
                        fault -> {
                          assertThat(fault.pointer()).isEqualTo("/field");
                          assertThat(fault.message()).contains("[text]", "'count'");
                        }));
  }

  @Test
  void cutsAFloodOfChoices() {
    List<Choice> flood =
        IntStream.range(0, 5_000).mapToObj(i -> Choice.of(i, "choice " + i)).toList();

    assertThat(asked(choosing(call -> flood)).options(TestWorld.BUSINESS, "text", Map.of(), ""))
        .hasSize(OptionsCall.MOST + 1);
  }

  @Test
  void tellsWhyThereAreNoChoicesWithoutTheSecret() {
    AskedAtom atom =
        asked(
            choosing(
                call -> {
                  throw new IllegalStateException(
                      "the cloud refuses " + call.connection("cloud").get("secretKey"));
                }));

    assertThatThrownBy(() -> atom.options(TestWorld.BUSINESS, "text", Map.of(), ""))
        .isInstanceOfSatisfying(
            ProductException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE);
              assertThat(e).hasMessageContaining("the cloud refuses");
              assertThat(e.getMessage()).doesNotContain(TestWorld.KEY);
            });
  }

  @Test
  void givesNothingToAnAtomThatComesBackAfterwards() {
    List<OptionsCall> kept = new ArrayList<>();
    asked(
            choosing(
                call -> {
                  kept.add(call);
                  return List.of();
                }))
        .options(TestWorld.BUSINESS, "text", Map.of(), "");

    assertThat(kept.get(0).cancelled()).isTrue();
    assertThatThrownBy(() -> kept.get(0).connection("cloud"))
        .isInstanceOf(IllegalStateException.class);
  }

  private interface Choosing {
    List<Choice> of(OptionsCall call);
  }

  private static Atom choosing(Choosing choosing) {
    return new Checking() {
      @Override
      public List<Choice> options(OptionsCall call) {
        return choosing.of(call);
      }
    };
  }

  private interface Checking extends Atom {
    @Override
    default Outcome start(Call call) {
      return new Outcome.Succeeded(Map.of());
    }
  }

  private AskedAtom asked(Atom atom) {
    AtomDescription plain =
        Description.read("sample", SampleJar.descriptionBytes("sample"))
            .of("org.example.sample", new Version("1.0.0"));
    Map<String, Object> schema =
        Map.of(
            "type",
            "object",
            "properties",
            Map.of(
                "text", Map.of("type", "string", "x-options", true),
                "count", Map.of("type", "integer")));
    return new AskedAtom(
        new AtomDescription(
            plain.atom(),
            plain.name(),
            plain.description(),
            plain.group(),
            plain.icon(),
            plain.timing(),
            plain.recovery(),
            plain.pollsAct(),
            schema,
            plain.outputs(),
            plain.bundle()),
        atom,
        world.world);
  }
}
