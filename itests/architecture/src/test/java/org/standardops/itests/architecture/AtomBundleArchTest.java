package org.standardops.itests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Atom bundles stand alone, so that they come and go without disturbing anybody. */
class AtomBundleArchTest {

  static List<BuiltBundle> atoms() {
    return BuiltBundle.all().stream().filter(BuiltBundle::isAtom).toList();
  }

  @Test
  void thereAreAtoms() {
    assertThat(atoms()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("atoms")
  void importsTheContractAndTheJdkOnly(BuiltBundle atom) {
    assertThat(atom.imports())
        .as("libraries are embedded by -conditionalpackage in the pom of %s", atom.folder())
        .contains("org.standardops.atom")
        .allMatch(name -> name.equals("org.standardops.atom") || isOfTheJdk(name));
  }

  private static boolean isOfTheJdk(String name) {
    return ModuleLayer.boot().modules().stream()
        .filter(module -> module.getName().matches("(java|jdk)\\..*"))
        .anyMatch(module -> module.isExported(name));
  }

  @ParameterizedTest
  @MethodSource("atoms")
  void exportsNothing(BuiltBundle atom) {
    assertThat(atom.exports())
        .as("who used a package of %s would have to be refreshed with it", atom.folder())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bundle-Activator",
        "Bundle-NativeCode",
        "DynamicImport-Package",
        "Fragment-Host",
        "Require-Bundle"
      })
  void hasNoHeaderThatTiesItToOthers(String header) {
    assertThat(atoms())
        .as("atom-host refuses bundles with " + header)
        .allSatisfy(atom -> assertThat(atom.header(header)).as(atom.folder()).isEmpty());
  }
}
