package org.standardops.engine;

/**
 * Who asks for a command.
 *
 * @param name of the person; goes into the event
 */
public record CommandBy(String name) {}
