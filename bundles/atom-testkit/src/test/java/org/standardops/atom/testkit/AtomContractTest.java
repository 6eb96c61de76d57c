package org.standardops.atom.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.standardops.atom.Atom;
import org.standardops.atom.Call;
import org.standardops.atom.Choice;
import org.standardops.atom.Fault;
import org.standardops.atom.OptionsCall;
import org.standardops.atom.Outcome;
import org.standardops.atom.Param;
import org.standardops.atom.Parameters;

final class AtomContractTest {

  @ParameterizedTest(name = "{0}")
  @MethodSource("clauses")
  void findsABreachOf(String clause, Executable check) {
    assertThatThrownBy(check::execute).isInstanceOf(AssertionError.class);
  }

  static Stream<Arguments> clauses() {
    AtomContract broken = new Broken();
    return Stream.of(
        clause("code", broken::isDescribedUnderItsCode),
        clause("timing", broken::describesTimingRecoveryAndPolls),
        clause("languages", broken::speaksEnglishAndChinese),
        clause("schemas", broken::describesParametersAndOutputsBySchema),
        clause("examples", broken::takesItsOwnExamples),
        clause("unknown parameters", broken::refusesUnknownParameters),
        clause("variables", broken::leavesVariablesToTheServer),
        clause("fields", broken::keepsNothingOfACallInFields),
        clause("find", broken::findsItsWorkAgainWhereItSaysSo),
        clause("record", broken::describesItsRecord),
        clause("examples of the record", broken::readsItsExamplesAsItsRecord),
        clause("choices", broken::givesChoicesOrSaysWhyNot),
        clause("a foreign checkpoint", broken::copesWithACheckpointOfAnotherVersion),
        clause("marked choices", new Unmarked()::marksWhatItGivesChoicesFor),
        clause("answers", broken::answersWhereTheOutsideIsAway));
  }

  private static Arguments clause(String name, Executable check) {
    return Arguments.of(name, check);
  }

  private static final class Broken extends AtomContract {
    @Override
    protected Atom atom() {
      return new BadAtom();
    }

    @Override
    protected String code() {
      return "bad";
    }

    @Override
    protected Optional<Class<? extends Record>> record() {
      return Optional.of(BadParameters.class);
    }
  }

  /** Gives choices that nobody asks for. */
  private static final class Unmarked extends AtomContract {
    @Override
    protected Atom atom() {
      return new Unasked();
    }

    @Override
    protected String code() {
      return "good";
    }
  }

  private static final class Unasked implements Atom {
    @Override
    public Outcome start(Call call) {
      return new Outcome.Succeeded(Map.of());
    }

    @Override
    public List<Choice> options(OptionsCall call) {
      return List.of();
    }
  }

  record BadParameters(@Param(title = "Count", titleZh = "数量") boolean count) {}

  private static final class BadAtom implements Atom {
    private Call last;

    @Override
    public Outcome start(Call call) {
      Call before = last;
      last = call;
      return before == null ? null : new Outcome.Succeeded(Map.of());
    }

    @Override
    public List<Fault> check(Parameters parameters) {
      return List.of(new Fault("/count", "INVALID", "Nothing pleases it: " + parameters.values()));
    }
  }
}
