package org.standardops.services.fake;

import java.util.List;
import org.standardops.services.port.ComponentLibrary;

/** No components, and all of them loaded. */
public final class FakeComponents implements ComponentLibrary {

  @Override
  public Component add(Source source, String by) {
    throw new UnsupportedOperationException("Nothing can be added to " + this);
  }

  @Override
  public List<Component> list() {
    return List.of();
  }

  @Override
  public boolean remove(String name, String version) {
    return false;
  }

  @Override
  public boolean loaded() {
    return true;
  }
}
