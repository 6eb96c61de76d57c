package org.standardops.atom.job.internal.ssh;

import java.util.Objects;

/** A host could not be asked, or did not answer. */
public final class SshFailed extends Exception {

  private static final long serialVersionUID = 1L;

  /** Why; the name is told to programs. */
  public enum Reason {
    /** No connection, or one that broke before anything was asked. */
    UNREACHABLE(true),
    /** The host's key is not the one that is known. */
    HOST_KEY_CHANGED(false),
    /** The host's key is not known, and the server takes none at first sight. */
    HOST_KEY_UNKNOWN(false),
    /** The host does not take the user with this credential. */
    SIGN_IN_REFUSED(false),
    /** The credential is no key that can be read. */
    CREDENTIAL_INVALID(false),
    /** The connection broke, or the host fell silent, after something was asked. */
    NO_ANSWER(true);

    private final boolean passing;

    Reason(boolean passing) {
      this.passing = passing;
    }

    /** True where the same call may succeed later. */
    public boolean passing() {
      return passing;
    }
  }

  private final Reason reason;

  public SshFailed(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = Objects.requireNonNull(reason);
  }

  public SshFailed(Reason reason, String message) {
    this(reason, message, null);
  }

  public Reason reason() {
    return reason;
  }
}
