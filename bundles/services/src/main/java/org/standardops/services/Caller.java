package org.standardops.services;

/**
 * Who is calling, known for sure.
 *
 * @param name of the account
 * @param platformAdmin true: runs the server; has no right on processes and tasks by that. False of
 *     a token without the scope ADMIN, whoever's it is
 * @param mustChangePassword true: may do nothing but look at itself and change its password
 * @param address where the call came from, for the audit
 * @param signIn how the caller proved who it is
 * @param metrics true: may read how the server works
 */
public record Caller(
    String name,
    boolean platformAdmin,
    boolean mustChangePassword,
    String address,
    SignIn signIn,
    boolean metrics) {

  /** A caller who may read metrics as a platform admin only. */
  public Caller(
      String name,
      boolean platformAdmin,
      boolean mustChangePassword,
      String address,
      SignIn signIn) {
    this(name, platformAdmin, mustChangePassword, address, signIn, platformAdmin);
  }

  /** A caller who gave name and password. */
  public Caller(String name, boolean platformAdmin, boolean mustChangePassword, String address) {
    this(name, platformAdmin, mustChangePassword, address, SignIn.BASIC);
  }
}
