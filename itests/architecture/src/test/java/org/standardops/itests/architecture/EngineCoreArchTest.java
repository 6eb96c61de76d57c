package org.standardops.itests.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/** The core of the engine, and the model, are pure. */
@AnalyzeClasses(packages = "org.standardops", importOptions = DoNotIncludeTests.class)
class EngineCoreArchTest {

  private static final String[] PURE = {"org.standardops.engine.core..", "org.standardops.model.."};

  private static final String BECAUSE =
      "one test must be able to run the whole engine with a seed and crash it at every commit:"
          + " time, chance, threads and input come in as values";

  private static final Set<String> IMPURE_CALLS =
      Set.of(
          "now",
          "randomUUID",
          "currentTimeMillis",
          "nanoTime",
          "random",
          "getProperty",
          "getenv",
          "systemDefault");

  @ArchTest
  static final ArchRule usesNothingButTheJdkAndTheModel =
      classes()
          .that()
          .resideInAnyPackage(PURE)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "org.standardops.engine.core..",
              "org.standardops.model..",
              "java.lang..",
              "java.math..",
              "java.nio.charset..",
              "java.security..", // digests
              "java.time..",
              "java.util",
              "java.util.function..",
              "java.util.regex..",
              "java.util.stream..",
              "org.osgi.annotation..")
          .because(BECAUSE);

  @ArchTest
  static final ArchRule hasNoClockAndNoThread =
      noClasses()
          .that()
          .resideInAnyPackage(PURE)
          .should()
          .dependOnClassesThat()
          .haveNameMatching(
              "java\\.time\\.(Clock|InstantSource)|java\\.lang\\.(Thread.*|Process.*|Runtime)"
                  + "|java\\.util\\.(Random|SplittableRandom|Timer|TimerTask|Scanner|ServiceLoader)"
                  + "|java\\.security\\.SecureRandom|java\\.lang\\.reflect\\..*")
          .because(BECAUSE);

  @ArchTest
  static final ArchRule asksNothingOfItsSurroundings =
      noClasses()
          .that()
          .resideInAnyPackage(PURE)
          .should()
          .callMethodWhere(
              new DescribedPredicate<JavaMethodCall>("it gives another answer each time") {
                @Override
                public boolean test(JavaMethodCall call) {
                  MethodCallTarget target = call.getTarget();
                  return target.getOwner().getPackageName().startsWith("java.")
                      && IMPURE_CALLS.contains(target.getName());
                }
              })
          .because(BECAUSE);

  @ArchTest
  static final ArchRule writesNoConsole =
      noClasses()
          .that()
          .resideInAnyPackage(PURE)
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .because(BECAUSE);
}
