package org.standardops.services;

/** How a caller proved who it is. */
public enum SignIn {
  /** Name and password, at each call. */
  BASIC,
  /** An API token. */
  TOKEN,
  /** A session of the console. */
  SESSION
}
