package org.standardops.persistence.internal.idempotency;

import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Lob;
import javax.persistence.Table;
import org.standardops.persistence.internal.database.Micros;
import org.standardops.services.port.IdempotencyStore.Answer;
import org.standardops.services.port.IdempotencyStore.Entry;

@Entity
@Table(name = "idempotency")
@IdClass(IdempotencyRow.Key.class)
public class IdempotencyRow {

  @Id private String caller;

  @Id
  @Column(name = "request_key")
  private String key;

  @Column(name = "body_hash")
  private String bodyHash;

  @Column(name = "resource_id")
  private String resourceId;

  @Column(name = "reserved_at")
  private long reservedAt;

  @Column(name = "answer_status")
  private Integer answerStatus;

  @Column(name = "answer_location")
  private String answerLocation;

  @Column(name = "answer_etag")
  private String answerEtag;

  @Lob
  @Column(name = "answer_body")
  private byte[] answerBody;

  protected IdempotencyRow() {}

  IdempotencyRow(Entry entry) {
    caller = entry.caller();
    key = entry.key();
    bodyHash = entry.bodyHash();
    resourceId = entry.resourceId();
    reservedAt = Micros.of(entry.at());
    entry.answer().ifPresent(this::answer);
  }

  boolean isBefore(Instant instant) {
    return reservedAt < Micros.of(instant);
  }

  void answer(Answer answer) {
    answerStatus = answer.status();
    answerLocation = answer.location();
    answerEtag = answer.etag();
    answerBody = answer.body();
  }

  Entry toEntry() {
    Optional<Answer> answer =
        Optional.ofNullable(answerStatus)
            .map(status -> new Answer(status, answerLocation, answerEtag, answerBody));
    return new Entry(caller, key, bodyHash, resourceId, Micros.toInstant(reservedAt), answer);
  }

  /** The primary key. */
  public static class Key implements Serializable {

    private static final long serialVersionUID = 1L;

    public String caller;
    public String key;

    public Key() {}

    Key(String caller, String key) {
      this.caller = caller;
      this.key = key;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key that
          && Objects.equals(caller, that.caller)
          && Objects.equals(key, that.key);
    }

    @Override
    public int hashCode() {
      return Objects.hash(caller, key);
    }
  }
}
