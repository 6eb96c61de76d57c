package org.standardops.services;

/**
 * Something a client should know of what was accepted all the same.
 *
 * @param pointer into what was sent
 * @param code such as {@code NOT_YET_EFFECTIVE}
 */
public record Warning(String pointer, String code, String message) {}
