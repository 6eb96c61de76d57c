package org.standardops.rest.fake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.standardops.model.Fault;
import org.standardops.model.ProductException;
import org.standardops.services.Caller;
import org.standardops.services.ComponentService;
import org.standardops.services.port.ComponentLibrary.Component;
import org.standardops.services.port.ComponentLibrary.Operation;
import org.standardops.services.port.ComponentLibrary.Source;

/** Components of one operation, whatever their document says; without rights. */
public final class FakeComponents implements ComponentService {

  private final List<Component> components = new ArrayList<>();

  @Override
  public List<Component> list(Caller caller) {
    return List.copyOf(components);
  }

  @Override
  public Component find(Caller caller, String name, String version) {
    return components.stream()
        .filter(one -> one.name().equals(name) && one.version().equals(version))
        .findFirst()
        .orElseThrow(() -> ProductException.notFound("The component " + name));
  }

  @Override
  public Component add(Caller caller, Source source) {
    Component component =
        new Component(
            source.name(),
            source.version().orElse("1.0.0"),
            "The " + source.name(),
            "OPENAPI",
            source.server().orElse("https://api.example.com"),
            "0".repeat(64),
            List.of(
                new Operation("find", "component-" + source.name() + "-find", "GET", "/", "RERUN")),
            List.of(new Fault("/document/paths/~1x/get", "UNSUPPORTED", "It cannot be sent.")),
            caller.name(),
            Instant.EPOCH);
    components.add(component);
    return component;
  }

  @Override
  public void delete(Caller caller, String name, String version) {
    components.remove(find(caller, name, version));
  }
}
