package org.standardops.engine.port;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.standardops.model.BusinessId;

/**
 * Who did or tried what; never changed.
 *
 * @param id tells records of the same time apart
 * @param who name of the account; of a failed sign-in, the name that was tried
 * @param role as which it was done, such as {@code BUSINESS_ADMIN}; {@code NONE} where there is
 *     none
 * @param address where the call came from
 * @param operation such as {@code startTask}
 * @param resource path below the API's base path
 * @param before the resource before, as compact JSON without secrets; at most 16 KiB
 * @param after the resource after, or the command to a task; as {@code before}
 */
public record AuditRecord(
    String id,
    Instant at,
    String who,
    String role,
    String address,
    String operation,
    String resource,
    Optional<BusinessId> business,
    Outcome outcome,
    Optional<String> before,
    Optional<String> after) {

  private static final int MOST_BYTES = 16 * 1024;

  public AuditRecord {
    who = cut(who, 128);
    address = cut(address, 255);
    operation = cut(operation, 64);
    resource = cut(resource, 512);
    before = before.map(AuditRecord::bounded);
    after = after.map(AuditRecord::bounded);
  }

  /** Whether it was done. */
  public enum Outcome {
    DONE,
    REFUSED
  }

  /** The same at another time. */
  public AuditRecord at(Instant time) {
    return new AuditRecord(
        id, time, who, role, address, operation, resource, business, outcome, before, after);
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most);
  }

  private static String bounded(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return bytes.length <= MOST_BYTES
        ? json
        : new String(bytes, 0, MOST_BYTES - 16, StandardCharsets.UTF_8).replace("\uFFFD", "")
            + "… (cut)";
  }
}
