package org.standardops.components.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.standardops.model.BusinessId;
import org.standardops.model.ErrorCode;
import org.standardops.model.Fault;
import org.standardops.model.ProductException;
import org.standardops.services.fake.InMemoryComponentStore;
import org.standardops.services.fake.SettableClock;
import org.standardops.services.port.ComponentLibrary.Component;
import org.standardops.services.port.ComponentLibrary.Source;

class LibraryTest {

  private static final Source SHOP = Documents.source("shop", Documents.text("shop.yaml"));

  private final InMemoryComponentStore store = new InMemoryComponentStore();
  private final Library library = new Library(store, new SettableClock());

  private static Source version(String version) {
    return new Source(
        SHOP.name(), Optional.of(version), SHOP.document(), Optional.empty(), Optional.empty());
  }

  @Test
  void versionsStandSideBySide() {
    library.load();
    library.add(SHOP, "root");
    library.add(version("2.0.0"), "root");

    assertThat(library.list()).extracting(Component::version).containsExactly("1.2.0", "2.0.0");
    assertThat(library.atoms())
        .extracting(atom -> atom.description().atom().toString())
        .contains("component-shop-pay 1.2.0", "component-shop-pay 2.0.0")
        .hasSize(8);
    assertThat(library.remove("shop", "1.2.0")).isTrue();
    assertThat(library.remove("shop", "1.2.0")).isFalse();
    assertThat(library.atoms()).hasSize(4);
  }

  @Test
  void aVersionMeansTheSameForEver() {
    library.load();
    Component first = library.add(SHOP, "root");

    assertThat(library.add(SHOP, "other")).isEqualTo(first);
    assertThatThrownBy(() -> library.add(version("1.2.0"), "root"))
        .asInstanceOf(type(ProductException.class))
        .extracting(ProductException::code)
        .isEqualTo(ErrorCode.ALREADY_EXISTS);
  }

  @Test
  void whatWasStoredIsOfferedAgain() {
    library.load();
    library.add(SHOP, "root");
    Library restarted = new Library(store, new SettableClock());

    assertThat(restarted.loaded()).isFalse();
    assertThatThrownBy(() -> restarted.add(SHOP, "root")).isInstanceOf(ProductException.class);
    restarted.load();

    assertThat(restarted.list()).isEqualTo(library.list());
    assertThat(restarted.atoms())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("schema")
        .containsExactlyInAnyOrderElementsOf(library.atoms());
  }

  @Test
  void whoeverListensIsToldOfEachChange() throws Exception {
    AtomicInteger told = new AtomicInteger();
    AutoCloseable listening = library.onChange(told::incrementAndGet);

    library.load();
    library.add(SHOP, "root");
    library.remove("shop", "1.2.0");
    assertThat(told).hasValue(3);

    listening.close();
    library.add(SHOP, "root");
    assertThat(told).hasValue(3);
  }

  @Test
  void anAtomChecksItsParameters() {
    library.load();
    library.add(SHOP, "root");
    var place =
        library.atoms().stream()
            .filter(atom -> atom.description().atom().code().equals("component-shop-place-order"))
            .findFirst()
            .orElseThrow();
    BusinessId business = new BusinessId("b1");

    assertThat(place.check(business, Map.of("body", Map.of())))
        .extracting(Fault::pointer)
        .containsExactly("/body/item");
    assertThat(place.checkTemplate(business, Map.of("body", "${order}"))).isEmpty();
    assertThat(place.description().group())
        .isEqualTo(Map.of("en", "Component: Shop", "zh-CN", "组件：Shop"));
  }
}
