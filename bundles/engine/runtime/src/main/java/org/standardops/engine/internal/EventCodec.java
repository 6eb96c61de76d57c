package org.standardops.engine.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.standardops.engine.core.Entry;
import org.standardops.engine.core.Event;
import org.standardops.engine.core.EventKind;
import org.standardops.engine.core.TaskState;
import org.standardops.engine.port.JournalRow;
import org.standardops.json.JsonCodec;
import org.standardops.model.TaskId;

/**
 * Journal rows to bytes and back. A row of one event has the event's kind and version as its
 * columns and the event as its data. A row of several has {@link #SEVERAL}, and a list of {@code
 * [kind, version, event]}. Thread-safe.
 */
final class EventCodec {

  static final short SEVERAL = 0;
  private static final short SEVERAL_VERSION = 1;
  private static final Map<Integer, EventKind> KINDS =
      Arrays.stream(EventKind.values())
          .collect(
              Collectors.toUnmodifiableMap(
                  kind -> key(kind.number(), kind.version()), Function.identity()));

  private final ObjectMapper mapper =
      new JsonCodec().mapper().setDefaultPropertyInclusion(JsonInclude.Include.NON_ABSENT);

  JournalRow encode(TaskId task, Entry entry) {
    long at = ChronoUnit.MICROS.between(Instant.EPOCH, entry.at());
    try {
      if (entry.events().size() == 1) {
        Event event = entry.events().get(0);
        EventKind kind = EventKind.of(event);
        return new JournalRow(
            task, entry.seq(), at, kind.number(), kind.version(), mapper.writeValueAsBytes(event));
      }
      List<List<Object>> several = new ArrayList<>();
      for (Event event : entry.events()) {
        EventKind kind = EventKind.of(event);
        several.add(List.of(kind.number(), kind.version(), event));
      }
      return new JournalRow(
          task, entry.seq(), at, SEVERAL, SEVERAL_VERSION, mapper.writeValueAsBytes(several));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("Row " + entry.seq() + " of " + task + " is no JSON.", e);
    }
  }

  /**
   * @throws UnreadableRow where this version does not know what is in the row
   */
  Entry decode(JournalRow row) {
    Instant at = Instant.EPOCH.plus(row.at(), ChronoUnit.MICROS);
    try {
      if (row.kind() != SEVERAL) {
        Class<? extends Event> type = kind(row, row.kind(), row.version()).type();
        return new Entry(row.seq(), at, List.of(mapper.readValue(row.data(), type)));
      }
      List<Event> events = new ArrayList<>();
      for (JsonNode one : mapper.readValue(row.data(), ArrayNode.class)) {
        EventKind kind = kind(row, one.get(0).asInt(), one.get(1).asInt());
        events.add(mapper.treeToValue(one.get(2), kind.type()));
      }
      return new Entry(row.seq(), at, events);
    } catch (IOException e) {
      throw new UnreadableRow(
          "Row " + row.seq() + " of task " + row.task() + " cannot be read back.", e);
    }
  }

  private static EventKind kind(JournalRow row, int number, int version) {
    EventKind kind = KINDS.get(key(number, version));
    if (kind == null) {
      throw new UnreadableRow(
          ("Row %d of task %s holds event kind %d version %d, which this version of the server"
                  + " does not know: a newer one wrote it.")
              .formatted(row.seq(), row.task(), number, version),
          null);
    }
    return kind;
  }

  private static int key(int number, int version) {
    return number << 16 | version;
  }

  byte[] encodeSnapshot(TaskState state) {
    try {
      return mapper.writeValueAsBytes(state);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("The state of " + state.plan().id() + " is no JSON.", e);
    }
  }

  TaskState decodeSnapshot(byte[] snapshot) {
    try {
      return mapper.readValue(snapshot, TaskState.class);
    } catch (IOException e) {
      throw new UnreadableRow("A snapshot cannot be read back.", e);
    }
  }

  /** The state that rows lead to. */
  TaskState fold(List<JournalRow> rows) {
    TaskState state = TaskState.created(decode(rows.get(0)));
    return fold(state, rows.subList(1, rows.size()));
  }

  TaskState fold(TaskState from, List<JournalRow> rows) {
    TaskState state = from;
    for (JournalRow row : rows) {
      state = state.apply(decode(row));
    }
    return state;
  }

  /** What is in the journal and cannot be read by this version. */
  static final class UnreadableRow extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableRow(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
