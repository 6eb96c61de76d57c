package org.standardops.services;

/**
 * How a process is saved.
 *
 * @param draft true: replaces the draft and publishes nothing
 * @param comment of its author, for those who read the revisions later; may be empty
 */
public record Save(boolean draft, String comment) {

  /** Publishes a new revision. */
  public static Save published(String comment) {
    return new Save(false, comment);
  }

  public static Save asDraft(String comment) {
    return new Save(true, comment);
  }
}
