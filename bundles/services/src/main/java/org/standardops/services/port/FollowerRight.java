package org.standardops.services.port;

/** What a follower may do with a process and its tasks; each includes VIEW. */
public enum FollowerRight {
  VIEW,
  /** Select, enter variables, save; change the own task while CREATED. */
  CREATE_TASK,
  /** Start, suspend, resume, terminate, stop, skip, retry, continue, resolve. */
  OPERATE,
  /** Change what is not a shown variable. */
  MODIFY_PARAMETERS
}
