package org.standardops.platform;

/**
 * A person, whether or not it has an account here. Texts that are not known are empty.
 *
 * @param name unique; the account's where there is one
 * @param wechat the id by which messages reach the person
 */
public record Person(String name, String displayName, String email, String phone, String wechat) {

  /** A person of whom only the name is known. */
  public static Person named(String name) {
    return new Person(name, name, "", "", "");
  }
}
