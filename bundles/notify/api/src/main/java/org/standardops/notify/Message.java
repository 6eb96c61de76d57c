package org.standardops.notify;

/**
 * What one person is told.
 *
 * @param to the address, as the channel's platform knows it
 * @param subject one line
 * @param text several lines, for channels that have room
 * @param brief one line of at most {@link #LONGEST_BRIEF} characters, for those that have not
 */
public record Message(String to, String subject, String text, String brief) {

  /** In UTF-16 units. */
  public static final int LONGEST_BRIEF = 140;
}
