package org.standardops.cdnsandbox.api;

/** A refusal as the API answers it: a documented code, and a message that says what to change. */
public final class ApiError extends Exception {
  private static final long serialVersionUID = 1L;
  private final String code;

  public ApiError(String code, String message) {
    super(message);
    this.code = code;
  }

  public static ApiError parameter(String message) {
    return new ApiError("InvalidParameter.CdnParamError", message);
  }

  public String code() {
    return code;
  }
}
