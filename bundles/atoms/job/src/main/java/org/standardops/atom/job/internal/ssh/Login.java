package org.standardops.atom.job.internal.ssh;

/**
 * How to sign in.
 *
 * @param secret a private key in PEM or OpenSSH form, else a password
 */
public record Login(String user, String secret) {

  boolean isKey() {
    return secret.stripLeading().startsWith("-----BEGIN ");
  }

  @Override
  public String toString() {
    return user;
  }
}
