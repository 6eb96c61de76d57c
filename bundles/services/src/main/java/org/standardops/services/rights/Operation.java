package org.standardops.services.rights;

import java.util.Locale;

/** The permission table: every operation, and what it needs. Rights are decided nowhere else. */
public enum Operation {
  SEE_ONESELF(Need.ONESELF),
  CHANGE_OWN_PASSWORD(Need.ONESELF),

  LIST_PEOPLE(Need.PLATFORM_ADMIN),
  SEE_PERSON(Need.PLATFORM_ADMIN),
  CREATE_PERSON(Need.PLATFORM_ADMIN),
  CHANGE_PERSON(Need.PLATFORM_ADMIN),
  DELETE_PERSON(Need.PLATFORM_ADMIN),

  LIST_BUSINESSES(Need.SIGNED_IN),
  CREATE_BUSINESS(Need.PLATFORM_ADMIN),
  SET_BUSINESS_ADMINS(Need.PLATFORM_ADMIN),
  LIST_FOLLOWERS(Need.BUSINESS_ADMIN),
  SET_FOLLOWER(Need.BUSINESS_ADMIN),
  REMOVE_FOLLOWER(Need.BUSINESS_ADMIN),

  LIST_PROCESSES(Need.BUSINESS_ROLE),
  SEE_PROCESS(Need.VIEW),
  CREATE_PROCESS(Need.BUSINESS_ADMIN),
  CHECK_NEW_PROCESS(Need.BUSINESS_ADMIN),
  CHECK_PROCESS(Need.VIEW),
  CHANGE_PROCESS(Need.BUSINESS_ADMIN),
  DELETE_PROCESS(Need.BUSINESS_ADMIN),

  LIST_TASKS(Need.BUSINESS_ROLE),
  SEE_TASK(Need.VIEW),
  CREATE_TASK(Need.CREATE_TASK),
  EDIT_TASK(Need.CREATOR),
  START_TASK(Need.OPERATE),
  SUSPEND_TASK(Need.OPERATE),
  RESUME_TASK(Need.OPERATE),
  TERMINATE_TASK(Need.OPERATE),
  CONTINUE_STEP(Need.OPERATE),
  RETRY_NODE(Need.OPERATE),
  SKIP_NODE(Need.OPERATE),
  STOP_NODE(Need.OPERATE),
  ANSWER_NODE(Need.OPERATE),
  RESOLVE_NODE(Need.OPERATE),
  MODIFY_TASK(Need.OPERATE),
  /** Anything that is not a shown variable: parameters, hidden variables, atom versions. */
  MODIFY_PARAMETERS(Need.MODIFY_PARAMETERS),

  LIST_CHANNELS(Need.PLATFORM_ADMIN),
  CHANGE_CHANNEL(Need.PLATFORM_ADMIN),
  TEST_CHANNEL(Need.PLATFORM_ADMIN),
  LIST_DELIVERIES(Need.PLATFORM_ADMIN),

  LIST_ATOMS(Need.SIGNED_IN),
  LIST_BUNDLES(Need.PLATFORM_ADMIN),
  INSTALL_BUNDLE(Need.PLATFORM_ADMIN);

  private final Need need;

  Operation(Need need) {
    this.need = need;
  }

  public Need need() {
    return need;
  }

  /** The operation in words, for refusals. */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
