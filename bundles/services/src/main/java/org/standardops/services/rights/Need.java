package org.standardops.services.rights;

/** What an operation asks of its caller. */
public enum Need {
  /** Signed in, even with a password that must be changed. */
  ONESELF,
  SIGNED_IN,
  PLATFORM_ADMIN,
  /** A platform admin, or a platform admin's token with the scope METRICS. */
  METRICS,
  /** Any role in the business. */
  BUSINESS_ROLE,
  BUSINESS_ADMIN,
  VIEW,
  CREATE_TASK,
  OPERATE,
  MODIFY_PARAMETERS,
  /** CREATE_TASK for what one has made oneself, BUSINESS_ADMIN for what another made. */
  CREATOR,
  /** Named among the people of the light app. */
  LIGHT_APP_USER,
  /** Named among the people of the light app, or BUSINESS_ADMIN. */
  LIGHT_APP
}
