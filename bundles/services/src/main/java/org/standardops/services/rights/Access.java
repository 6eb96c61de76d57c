package org.standardops.services.rights;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.standardops.model.ProcessId;
import org.standardops.services.Caller;
import org.standardops.services.port.Business;
import org.standardops.services.port.FollowerRight;

/** What one caller may do in one business in which it has a role. */
public final class Access {

  /** Stands for all processes of a business. */
  public static final String ALL_PROCESSES = "*";

  private final String caller;
  private final boolean admin;
  private final Map<String, Set<FollowerRight>> rights;

  private Access(String caller, boolean admin, Map<String, Set<FollowerRight>> rights) {
    this.caller = caller;
    this.admin = admin;
    this.rights = rights;
  }

  /** Empty where the caller has no role in the business. */
  public static Optional<Access> of(Caller caller, Business business) {
    boolean admin = business.admins().contains(caller.name());
    Map<String, Set<FollowerRight>> rights = business.followers().get(caller.name());
    return admin || rights != null
        ? Optional.of(new Access(caller.name(), admin, rights == null ? Map.of() : rights))
        : Optional.empty();
  }

  /**
   * Of whom a question of a task names, and who has no role in its business: nothing but to answer.
   */
  public static Access ofAsked(Caller caller) {
    return new Access(caller.name(), false, Map.of());
  }

  public String caller() {
    return caller;
  }

  /** The caller's role, as the audit names it. */
  public String role() {
    if (admin) {
      return "BUSINESS_ADMIN";
    }
    return rights.isEmpty() ? "ASKED" : "BUSINESS_FOLLOWER";
  }

  /** Whether the operation is allowed on this subject. */
  public boolean may(Operation operation, Subject subject) {
    return switch (operation.need()) {
      case ONESELF, SIGNED_IN, BUSINESS_ROLE -> true;
      case PLATFORM_ADMIN, METRICS, LIGHT_APP_USER -> false;
      case BUSINESS_ADMIN, LIGHT_APP -> admin;
      case VIEW -> has(FollowerRight.VIEW, subject.process());
      case CREATE_TASK -> has(FollowerRight.CREATE_TASK, subject.process());
      case OPERATE -> has(FollowerRight.OPERATE, subject.process());
      case MODIFY_PARAMETERS -> has(FollowerRight.MODIFY_PARAMETERS, subject.process());
      case CREATOR ->
          admin
              || subject.createdBy().equals(caller)
                  && has(FollowerRight.CREATE_TASK, subject.process());
    };
  }

  /** Whether an operation on the business itself is allowed. */
  boolean may(Operation operation) {
    return operation.need() == Need.BUSINESS_ROLE
        || operation.need() == Need.BUSINESS_ADMIN && admin;
  }

  private boolean has(FollowerRight right, ProcessId process) {
    return admin
        || Stream.of(ALL_PROCESSES, process.value())
            .map(rights::get)
            .anyMatch(granted -> granted != null && includes(granted, right));
  }

  private static boolean includes(Set<FollowerRight> granted, FollowerRight right) {
    return granted.contains(right) || right == FollowerRight.VIEW && !granted.isEmpty();
  }

  /** Which processes the caller may see; empty: all. */
  public Optional<List<ProcessId>> visibleProcesses() {
    if (admin || rights.containsKey(ALL_PROCESSES)) {
      return Optional.empty();
    }
    return Optional.of(rights.keySet().stream().sorted().map(ProcessId::new).toList());
  }
}
