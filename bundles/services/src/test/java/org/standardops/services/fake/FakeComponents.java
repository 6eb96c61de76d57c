package org.standardops.services.fake;

import java.time.Instant;
import java.util.List;
import org.standardops.services.port.ComponentLibrary;

/** One component, {@code shop 1.0.0}, whatever is done. */
public final class FakeComponents implements ComponentLibrary {

  private static final Component SHOP =
      new Component(
          "shop",
          "1.0.0",
          "Shop",
          "OPENAPI",
          "https://api.example.com",
          "0",
          List.of(),
          List.of(),
          "root",
          Instant.EPOCH);

  @Override
  public Component add(Source source, String by) {
    return SHOP;
  }

  @Override
  public List<Component> list() {
    return List.of(SHOP);
  }

  @Override
  public boolean remove(String name, String version) {
    return name.equals("shop");
  }

  @Override
  public boolean loaded() {
    return true;
  }
}
