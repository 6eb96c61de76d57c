package org.standardops.itests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Commands, events, effects, outcomes: closed families of values. */
class SealedFamilyArchTest {

  @Test
  void membersOfSealedFamiliesAreRecords() {
    List<Class<?>> families = families();

    assertThat(families)
        .extracting(Class::getSimpleName)
        .contains("Command", "Outcome"); // else the search is broken
    assertThat(families)
        .allSatisfy(
            family ->
                assertThat(family.getPermittedSubclasses())
                    .as(
                        "%s: an either-or is told by values, which can be compared, stored and replayed",
                        family)
                    .allMatch(member -> member.isRecord() || member.isEnum() || member.isSealed()));
  }

  private static List<Class<?>> families() {
    return new ClassFileImporter()
            .importPackages(
                "org.standardops.atom", "org.standardops.model", "org.standardops.engine.core")
            .stream()
            .filter(type -> !type.getPackageName().contains("internal"))
            .filter(type -> !type.getPackageName().contains("testkit"))
            .filter(JavaClass::isInterface)
            .<Class<?>>map(JavaClass::reflect)
            .filter(Class::isSealed)
            .toList();
  }
}
