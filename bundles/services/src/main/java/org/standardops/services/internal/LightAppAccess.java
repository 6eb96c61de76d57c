package org.standardops.services.internal;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.standardops.model.LightAppId;
import org.standardops.model.ProductException;
import org.standardops.services.Caller;
import org.standardops.services.LightAppView;
import org.standardops.services.LightAppView.LightAppAction;
import org.standardops.services.lightapp.FrozenProcess;
import org.standardops.services.port.LightApp;
import org.standardops.services.port.LightAppStore;
import org.standardops.services.rights.Access;
import org.standardops.services.rights.Operation;
import org.standardops.services.rights.Permissions;
import org.standardops.services.rights.Subject;

/** The way to a light app: past the permissions in, and out as its caller may see it. */
record LightAppAccess(LightAppStore apps, Permissions permissions) {

  LightApp load(Caller caller, Operation operation, LightAppId id) {
    permissions.require(caller, operation);
    LightApp app =
        apps.find(id).orElseThrow(() -> ProductException.notFound("The light app " + id));
    permissions.require(caller, operation, app);
    return app;
  }

  LightAppView view(Caller caller, LightApp app) {
    Optional<Access> access = permissions.access(caller, app.business());
    Subject subject = Subject.of(app);
    boolean admin = access.map(role -> role.may(Operation.CHANGE_LIGHT_APP, subject)).orElse(false);
    Set<LightAppAction> allowed = EnumSet.noneOf(LightAppAction.class);
    if (admin) {
      allowed.addAll(EnumSet.of(LightAppAction.EDIT, LightAppAction.DELETE));
    }
    if (permissions.isUser(caller.name(), app)) {
      allowed.add(LightAppAction.RUN);
    }
    return new LightAppView(
        app, new FrozenProcess(app.frozen()).inputs(app.form()), admin, allowed);
  }
}
