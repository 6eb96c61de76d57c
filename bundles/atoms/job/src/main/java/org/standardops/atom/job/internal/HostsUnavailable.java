package org.standardops.atom.job.internal;

/** The configuration platform does not say now which hosts the business has. */
final class HostsUnavailable extends Exception {

  private static final long serialVersionUID = 1L;

  HostsUnavailable(IllegalStateException cause) {
    super(cause.getMessage(), cause);
  }
}
