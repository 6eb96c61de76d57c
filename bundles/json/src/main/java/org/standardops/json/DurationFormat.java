package org.standardops.json;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Format;
import java.util.regex.Pattern;

/**
 * Durations as the whole product takes them: days, hours, minutes and seconds of ISO-8601, with
 * fractions of a second. The library's own format knows no fractions, but years, months and weeks,
 * which are no fixed time.
 */
final class DurationFormat implements Format {

  private static final Pattern DURATION =
      Pattern.compile(
          "P(?=[0-9T])([0-9]{1,5}D)?"
              + "(T(?=[0-9])([0-9]{1,7}H)?([0-9]{1,9}M)?([0-9]{1,10}(\\.[0-9]{1,9})?S)?)?");

  @Override
  public String getName() {
    return "duration";
  }

  @Override
  public String getMessageKey() {
    return "format.duration";
  }

  @Override
  public boolean matches(ExecutionContext context, String value) {
    return DURATION.matcher(value).matches();
  }
}
