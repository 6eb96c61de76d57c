package org.standardops.services.port;

import java.time.Instant;

/**
 * A local account, with what is known of its person.
 *
 * @param passwordHash as the hashing library encodes it; never leaves the server
 * @param version counts changes; the ETag
 */
public record Account(
    String name,
    String displayName,
    String email,
    String phone,
    String wechat,
    boolean platformAdmin,
    String passwordHash,
    boolean mustChangePassword,
    Instant createdAt,
    long version) {}
