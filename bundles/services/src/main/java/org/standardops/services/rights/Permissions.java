package org.standardops.services.rights;

import java.util.Optional;
import org.standardops.model.BusinessId;
import org.standardops.model.ErrorCode;
import org.standardops.model.ProductException;
import org.standardops.services.Caller;
import org.standardops.services.port.Business;
import org.standardops.services.port.BusinessStore;
import org.standardops.services.port.LightApp;

/**
 * Holds callers against the permission table. What lies in no business of the caller's is
 * NOT_FOUND, a right that is lacking in one that is FORBIDDEN. Roles are read at each check, so
 * that a role taken away is gone at once. Thread-safe.
 */
public final class Permissions {

  private final BusinessStore businesses;

  public Permissions(BusinessStore businesses) {
    this.businesses = businesses;
  }

  /**
   * For an operation outside any business; and first of all, before anything is looked up, for one
   * inside, where it refuses a caller who must change its password.
   */
  public void require(Caller caller, Operation operation) {
    if (caller.mustChangePassword() && operation.need() != Need.ONESELF) {
      throw new ProductException(
          ErrorCode.PASSWORD_CHANGE_REQUIRED,
          "Change your password first (PUT /me/password); until then nothing else is allowed.");
    }
    if (operation.need() == Need.PLATFORM_ADMIN && !caller.platformAdmin()) {
      throw forbidden(operation, "This needs a platform admin");
    }
    if (operation.need() == Need.METRICS && !caller.metrics()) {
      throw forbidden(operation, "This needs a platform admin, or its token of scope METRICS");
    }
  }

  /** For an operation on a business itself. */
  public Access require(Caller caller, Operation operation, BusinessId id) {
    require(caller, operation);
    Access access =
        businesses
            .find(id)
            .flatMap(business -> Access.of(caller, business))
            .orElseThrow(() -> hidden(id));
    if (!access.may(operation)) {
      throw lacking(operation, "The business " + id);
    }
    return access;
  }

  /**
   * For a platform admin's operation on a business; for anyone else the business is hidden as ever.
   */
  public void requirePlatformAdmin(Caller caller, Operation operation, BusinessId id) {
    if (caller.mustChangePassword() || caller.platformAdmin()) {
      require(caller, operation);
    }
    Business business = businesses.find(id).orElseThrow(() -> hidden(id));
    if (!caller.platformAdmin() && Access.of(caller, business).isEmpty()) {
      throw hidden(id);
    }
    require(caller, operation);
  }

  /** For an operation on a business that the platform admin may do as well as who has the role. */
  public void requireOrPlatformAdmin(Caller caller, Operation operation, BusinessId id) {
    require(caller, operation);
    if (!caller.platformAdmin()) {
      require(caller, operation, id);
    } else if (businesses.find(id).isEmpty()) {
      throw hidden(id);
    }
  }

  /** For an operation on a process or task, which exists. */
  public Access require(Caller caller, Operation operation, Subject subject) {
    require(caller, operation);
    Access access =
        businesses
            .find(subject.business())
            .flatMap(business -> Access.of(caller, business))
            .orElseThrow(() -> ProductException.notFound(subject.what()));
    if (!access.may(operation, subject)) {
      throw lacking(operation, subject.what());
    }
    return access;
  }

  /** For an operation on a light app, which exists. */
  public void require(Caller caller, Operation operation, LightApp app) {
    require(caller, operation);
    Subject subject = Subject.of(app);
    boolean user = isUser(caller.name(), app);
    Optional<Access> access = access(caller, app.business());
    if (!user && access.isEmpty()) {
      throw ProductException.notFound(subject.what());
    }
    boolean asUser = operation.need() == Need.LIGHT_APP_USER || operation.need() == Need.LIGHT_APP;
    if (!(user && asUser) && !access.map(role -> role.may(operation, subject)).orElse(false)) {
      throw lacking(operation, subject.what());
    }
  }

  /**
   * Whether somebody may use a light app now: named among its people, and related to its business.
   * Decided here alone, and at each call.
   */
  public boolean isUser(String person, LightApp app) {
    return app.form().people().contains(person) && businesses.isRelated(app.business(), person);
  }

  /** Whether somebody looks after a light app now: named as its contact, and related. */
  public boolean isContact(String person, LightApp app) {
    return app.form().contacts().contains(person) && businesses.isRelated(app.business(), person);
  }

  /** What the caller may do in a business; empty where there is no role in it. */
  public Optional<Access> access(Caller caller, BusinessId id) {
    return businesses.find(id).flatMap(business -> Access.of(caller, business));
  }

  private static ProductException hidden(BusinessId id) {
    return ProductException.notFound("The business " + id);
  }

  private static ProductException lacking(Operation operation, String what) {
    return forbidden(operation, what + ": this needs " + inWords(operation.need()));
  }

  private static ProductException forbidden(Operation operation, String need) {
    return new ProductException(
        ErrorCode.FORBIDDEN, need + ", and you are not allowed to " + operation.words() + ".");
  }

  private static String inWords(Need need) {
    return switch (need) {
      case BUSINESS_ADMIN -> "a business admin";
      case LIGHT_APP_USER -> "that you are among its people";
      case LIGHT_APP -> "that you are among its people, or a business admin";
      case CREATOR -> "the right CREATE_TASK and that it is your own, or a business admin";
      default -> "the right " + need;
    };
  }
}
