package org.standardops.model;

import java.util.List;
import java.util.Objects;

/**
 * A call that was refused, told so that the caller can mend it. Carries no secret and no stack of
 * the server outside.
 */
public final class ProductException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final transient List<Fault> faults;

  /**
   * @param detail what is wrong and what to do, one or two sentences
   */
  public ProductException(ErrorCode code, String detail) {
    this(code, detail, List.of());
  }

  /**
   * @param faults every fault at once, where the input is bad
   */
  public ProductException(ErrorCode code, String detail, List<Fault> faults) {
    super(Objects.requireNonNull(detail));
    this.code = Objects.requireNonNull(code);
    this.faults = List.copyOf(faults);
  }

  /** Readable but invalid input. */
  public static ProductException invalid(List<Fault> faults) {
    return new ProductException(
        ErrorCode.INVALID, faults.size() + " fault(s) in what was sent; see 'errors'.", faults);
  }

  /** What does not exist, or must not be known to exist. */
  public static ProductException notFound(String what) {
    return new ProductException(
        ErrorCode.NOT_FOUND, what + " does not exist or is not yours to see.");
  }

  public ErrorCode code() {
    return code;
  }

  public List<Fault> faults() {
    return faults;
  }
}
