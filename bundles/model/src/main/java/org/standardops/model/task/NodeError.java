package org.standardops.model.task;

/**
 * Why a node failed or is unknown.
 *
 * @param code a stable UPPER_CASE word
 * @param message the reason as the outside gave it; at most 16 KiB
 * @param retryable false where the same call can only fail again
 */
public record NodeError(String code, String message, boolean retryable) {}
