package org.standardops.rest.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.standardops.engine.port.StoreUnavailableException;
import org.standardops.json.JsonCodec;
import org.standardops.model.ErrorCode;
import org.standardops.model.ProductException;
import org.standardops.services.port.IdempotencyStore;
import org.standardops.services.port.IdempotencyStore.Answer;
import org.standardops.services.port.IdempotencyStore.Entry;

/**
 * Makes a thing once for each Idempotency-Key, and gives the same answer again. A request that a
 * crash broke off is taken up with the id that was reserved for it.
 */
public final class Idempotency {

  private static final Logger LOG = LoggerFactory.getLogger(Idempotency.class);

  /** Header of an answer that was given before: nothing was done this time. */
  public static final String REPEATED = "Idempotency-Repeated";

  private static final String BASE_PATH = "/api/v1";

  private final IdempotencyStore store;
  private final InstantSource clock;
  private final JsonCodec codec = new JsonCodec();
  private final Map<Key, String> inWork = new ConcurrentHashMap<>();

  public Idempotency(IdempotencyStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * What the thing to make is told.
   *
   * @param id it gets; empty without a key
   * @param brokenOff when an earlier request with this key began whose end nobody knows
   */
  public record Reserved(Optional<String> id, Optional<Instant> brokenOff) {}

  private record Key(String caller, String key) {}

  /**
   * Makes the thing, or answers as before.
   *
   * @param newId asked only where the key is new
   */
  public Response create(Call call, Supplier<String> newId, Function<Reserved, Created> make) {
    if (call.idempotencyKey().isEmpty()) {
      return response(answer(make.apply(new Reserved(Optional.empty(), Optional.empty())))).build();
    }
    Key key = new Key(call.caller().name(), call.idempotencyKey().get());
    String hash = hash(call);
    String other = inWork.putIfAbsent(key, hash);
    if (other != null) {
      throw other.equals(hash)
          ? new ProductException(
              ErrorCode.IDEMPOTENCY_KEY_IN_WORK, "The same request is in work; ask again later.")
          : reused();
    }
    try {
      return once(key, hash, newId, make);
    } finally {
      inWork.remove(key);
    }
  }

  private Response once(
      Key key, String hash, Supplier<String> newId, Function<Reserved, Created> make) {
    Entry mine =
        new Entry(key.caller, key.key, hash, newId.get(), clock.instant(), Optional.empty());
    Optional<Entry> before = store.reserve(mine);
    if (before.isEmpty()) {
      return response(
              make(key, new Reserved(Optional.of(mine.resourceId()), Optional.empty()), make))
          .build();
    }
    if (!before.get().bodyHash().equals(hash)) {
      throw reused();
    }
    return before
        .get()
        .answer()
        .map(answer -> response(answer).header(REPEATED, true).build())
        .orElseGet(
            () ->
                response(
                        make(
                            key,
                            new Reserved(
                                Optional.of(before.get().resourceId()),
                                Optional.of(before.get().at())),
                            make))
                    .build());
  }

  private Answer make(Key key, Reserved reserved, Function<Reserved, Created> make) {
    Answer answer;
    try {
      answer = answer(make.apply(reserved));
    } catch (ProductException e) {
      if (e.code().kind().status() < 500) {
        keep(key, () -> store.release(key.caller, key.key));
      }
      throw e;
    }
    keep(key, () -> store.answer(key.caller, key.key, answer));
    return answer;
  }

  /** What is lost here only makes the same request, sent again, run again with the reserved id. */
  private static void keep(Key key, Runnable outcome) {
    try {
      outcome.run();
    } catch (StoreUnavailableException e) {
      LOG.warn("The outcome of an Idempotency-Key of {} could not be kept.", key.caller, e);
    }
  }

  private Answer answer(Created created) {
    return new Answer(
        (created.isNew() ? Response.Status.CREATED : Response.Status.OK).getStatusCode(),
        created.path(),
        created.etag().orElse(""),
        codec.write(created.body()));
  }

  private static Response.ResponseBuilder response(Answer answer) {
    Response.ResponseBuilder response =
        Response.status(answer.status())
            .type(MediaType.APPLICATION_JSON_TYPE)
            .header(HttpHeaders.LOCATION, BASE_PATH + answer.location())
            .entity(answer.body());
    if (!answer.etag().isEmpty()) {
      response.header(HttpHeaders.ETAG, answer.etag());
    }
    return response;
  }

  private static ProductException reused() {
    return new ProductException(
        ErrorCode.IDEMPOTENCY_KEY_REUSED,
        "This key was used for another request within 24 hours: choose a new one.");
  }

  private static String hash(Call call) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes((call.method() + " " + call.path() + "\n").getBytes(StandardCharsets.UTF_8));
    whole.writeBytes(call.body().bytes());
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(whole.toByteArray()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
