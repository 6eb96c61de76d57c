package org.standardops.services.internal;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.standardops.model.ProductException;
import org.standardops.services.Caller;
import org.standardops.services.ComponentService;
import org.standardops.services.port.BusinessStore;
import org.standardops.services.port.ComponentLibrary;
import org.standardops.services.port.ComponentLibrary.Source;
import org.standardops.services.rights.Operation;
import org.standardops.services.rights.Permissions;

/** Components: taken in, listed, taken away. */
@Component
public final class ComponentUseCases implements ComponentService {

  private final ComponentLibrary library;
  private final Permissions permissions;

  @Activate
  public ComponentUseCases(
      @Reference ComponentLibrary library, @Reference BusinessStore businesses) {
    this.library = library;
    this.permissions = new Permissions(businesses);
  }

  @Override
  public List<ComponentLibrary.Component> list(Caller caller) {
    permissions.require(caller, Operation.LIST_COMPONENTS);
    return library.list();
  }

  @Override
  public ComponentLibrary.Component find(Caller caller, String name, String version) {
    permissions.require(caller, Operation.LIST_COMPONENTS);
    return library.list().stream()
        .filter(one -> one.name().equals(name) && one.version().equals(version))
        .findFirst()
        .orElseThrow(() -> missing(name, version));
  }

  @Override
  public ComponentLibrary.Component add(Caller caller, Source source) {
    permissions.require(caller, Operation.IMPORT_COMPONENT);
    return library.add(source, caller.name());
  }

  @Override
  public void delete(Caller caller, String name, String version) {
    permissions.require(caller, Operation.DELETE_COMPONENT);
    if (!library.remove(name, version)) {
      throw missing(name, version);
    }
  }

  private static ProductException missing(String name, String version) {
    return ProductException.notFound("The component " + name + " " + version);
  }
}
