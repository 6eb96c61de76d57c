package org.standardops.itests.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Each technology has one home, and components look alike. */
@AnalyzeClasses(packages = "org.standardops", importOptions = DoNotIncludeTests.class)
class LayerArchTest {

  /** Classes that may touch the framework outside of atom-host, and why. */
  private static final Map<String, String> FRAMEWORK_USERS =
      Map.of(
          "org.standardops.shell.internal.ShellRealm",
          "Karaf's login modules are found by the number of their bundle");

  /** Commands of the shell that change nothing. */
  private static final Set<String> LOOKING_COMMANDS =
      Set.of("AtomListCommand", "BundleInfoCommand", "BundleListCommand", "HealthCommand");

  @ArchTest
  static final ArchRule jpaIsOnlyInPersistence =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.standardops.persistence..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "javax.persistence..", "org.apache.openjpa..", "java.sql..", "javax.sql..")
          .because(
              "the rest of the house must not care how it is stored: ask a port of engine or services");

  @ArchTest
  static final ArchRule jaxRsIsOnlyInRest =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.standardops.rest..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javax.ws.rs..", "org.apache.cxf..")
          .because("use cases serve the console, the shell and schedules too: map to HTTP in rest");

  @ArchTest
  static final ArchRule servletsAreOnlyAtTheEdge =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "org.standardops.rest..", "org.standardops.console..", "org.standardops.web.errors..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javax.servlet..")
          .because(
              "HTTP is spoken by the API, the files of the console, and the web server's own refusals");

  @ArchTest
  static final ArchRule theFrameworkIsOnlyInAtomHost =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.standardops.atom.host..")
          .and(
              DescribedPredicate.describe(
                  "have no leave",
                  (JavaClass type) -> !FRAMEWORK_USERS.containsKey(type.getName())))
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("org.osgi.framework..", "org.osgi.util.tracker..")
                  // declared by the configuration admin, which anyone may ask
                  .and(not(type(InvalidSyntaxException.class))))
          .because("one place knows of bundles: elsewhere a DS reference says what is needed");

  @ArchTest
  static final ArchRule componentsAreFinalPublicAndInternal =
      classes()
          .that()
          .areAnnotatedWith(Component.class)
          .should()
          .resideInAPackage("..internal..")
          .andShould()
          .haveModifier(JavaModifier.FINAL)
          .andShould()
          .bePublic()
          .because("others see a component by its service interface only, and nobody extends it");

  @ArchTest
  static final ArchRule componentsAreBuiltByTheirConstructor =
      noFields()
          .should()
          .beAnnotatedWith(Reference.class)
          .because("a component is whole once it is built: take what it needs in its constructor");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices()
          .matching("org.standardops.(**)")
          .should()
          .beFreeOfCycles()
          .because("two packages that need each other are one: move what both need to a third");

  @ArchTest
  static final ArchRule namesSayTheRole =
      noClasses()
          .should()
          .haveNameMatching(".*\\.[A-Za-z$]*(Util|Utils|Helper|Manager|Base|Common|Impl)")
          .because("such a name hides what the class is for");

  @ArchTest
  static final ArchRule commandsThatChangeSomethingAreRecorded =
      classes()
          .that()
          .resideInAPackage("org.standardops.shell..")
          .and()
          .haveSimpleNameEndingWith("Command")
          .and(
              DescribedPredicate.describe(
                  "do not only look",
                  (JavaClass type) -> !LOOKING_COMMANDS.contains(type.getSimpleName())))
          .should()
          .dependOnClassesThat()
          .haveSimpleName("ShellAudit")
          .because(
              "whoever uses the shell leaves as much of a trail as callers of the REST API do");

  @ArchTest
  static final ArchRule useCasesKnowWhoCalls =
      methods()
          .that()
          .areDeclaredInClassesThat(
              DescribedPredicate.describe(
                  "are use cases",
                  (JavaClass type) ->
                      type.isInterface()
                          && type.getPackageName().equals("org.standardops.services")
                          && type.getSimpleName().endsWith("Service")
                          && !type.getSimpleName().equals("HealthService"))) // for anyone
          .should(takeACallerFirst())
          .because("every permission check is in services, so that nobody can forget it outside");

  private static ArchCondition<JavaMethod> takeACallerFirst() {
    return new ArchCondition<>("take a Caller first") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        boolean does =
            !method.getRawParameterTypes().isEmpty()
                && method
                    .getRawParameterTypes()
                    .get(0)
                    .getName()
                    .equals("org.standardops.services.Caller");
        events.add(new SimpleConditionEvent(method, does, method.getFullName()));
      }
    };
  }
}
