package org.standardops.rest.fake;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.standardops.services.port.IdempotencyStore;

/** Keeps keys as long as it lives. */
public final class InMemoryIdempotencyStore implements IdempotencyStore {

  private final Map<String, Entry> entries = new ConcurrentHashMap<>();

  @Override
  public Optional<Entry> reserve(Entry reserve) {
    return Optional.ofNullable(
        entries.putIfAbsent(reserve.caller() + " " + reserve.key(), reserve));
  }

  @Override
  public void answer(String caller, String key, Answer answer) {
    entries.computeIfPresent(
        caller + " " + key,
        (k, entry) ->
            new Entry(
                entry.caller(),
                entry.key(),
                entry.bodyHash(),
                entry.resourceId(),
                entry.at(),
                Optional.of(answer)));
  }

  @Override
  public void release(String caller, String key) {
    entries.remove(caller + " " + key);
  }

  /** As after a crash between the making and the answer. */
  public void forgetAnswer(String caller, String key) {
    entries.computeIfPresent(
        caller + " " + key,
        (k, entry) ->
            new Entry(
                entry.caller(),
                entry.key(),
                entry.bodyHash(),
                entry.resourceId(),
                entry.at(),
                Optional.empty()));
  }
}
