package org.standardops.atom.job.internal.ssh;

/**
 * Where an SSH server is.
 *
 * @param host name or address
 */
public record Address(String host, int port) {

  @Override
  public String toString() {
    return host.indexOf(':') >= 0 ? "[" + host + "]:" + port : host + ":" + port;
  }
}
