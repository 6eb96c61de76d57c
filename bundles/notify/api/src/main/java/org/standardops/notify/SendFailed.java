package org.standardops.notify;

/** A platform did not take a message. The text is shown to people: no secret is in it. */
public final class SendFailed extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean lasting;

  private SendFailed(String message, boolean lasting, Throwable cause) {
    super(message, cause);
    this.lasting = lasting;
  }

  /** It may go better later. */
  public static SendFailed forNow(String message, Throwable cause) {
    return new SendFailed(message, false, cause);
  }

  /** It may go better later. */
  public static SendFailed forNow(String message) {
    return new SendFailed(message, false, null);
  }

  /** The same message can only fail again, such as to an address that is none. */
  public static SendFailed forGood(String message) {
    return new SendFailed(message, true, null);
  }

  public boolean isLasting() {
    return lasting;
  }
}
