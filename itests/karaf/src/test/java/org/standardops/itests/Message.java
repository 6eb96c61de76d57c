package org.standardops.itests;

/**
 * What somebody was told.
 *
 * @param way by which it came, such as {@code application}
 * @param to the address as that way knows it
 */
record Message(String way, String to, String text) {}
