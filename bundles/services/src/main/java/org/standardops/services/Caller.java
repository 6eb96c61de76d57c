package org.standardops.services;

/**
 * Who is calling, known for sure.
 *
 * @param name of the account
 * @param platformAdmin true: runs the server; has no right on processes and tasks by that
 * @param mustChangePassword true: may do nothing but look at itself and change its password
 * @param address where the call came from, for the audit
 */
public record Caller(
    String name, boolean platformAdmin, boolean mustChangePassword, String address) {}
