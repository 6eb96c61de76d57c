package org.standardops.persistence.internal.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.standardops.model.TaskId;
import org.standardops.persistence.internal.database.DatabaseContract;
import org.standardops.persistence.internal.database.TestDatabase;
import org.standardops.persistence.internal.journal.Tasks;

abstract class NodeLogStoreContract extends DatabaseContract {

  private static final TaskId TASK = Tasks.id(1);
  private static final Optional<String> ALL = Optional.empty();

  private final JdbcNodeLogStore store;

  NodeLogStoreContract(TestDatabase on) {
    super(on);
    store = new JdbcNodeLogStore(on.database());
  }

  @Test
  void readsAllInTheOrderItWasWritten() {
    append("", "one\n");
    append("stdout", "two\n");
    append("", "three\n");

    assertThat(read(ALL, 0, 100)).isEqualTo("one\ntwo\nthree\n");
  }

  @Test
  void readsASectionByItsOwnOffsets() {
    append("", "one\n");
    append("stdout", "two\n");
    append("", "three\n");
    append("stdout", "four\n");

    assertThat(read(Optional.of("stdout"), 4, 100)).isEqualTo("four\n");
    assertThat(read(Optional.of(""), 0, 100)).isEqualTo("one\nthree\n");
    assertThat(read(Optional.of("stderr"), 0, 100)).isEmpty();
  }

  @Test
  void listsTheSectionsOfAnAttempt() {
    append("", "one\n");
    append("10.0.0.2", "two\n");
    append("10.0.0.1", "three\n");
    append("10.0.0.2", "four\n");
    store.append(TASK, "push", 2, "other attempt", "five\n".getBytes(UTF_8));

    assertThat(store.sections(TASK, "push", 1, 10)).containsExactly("10.0.0.1", "10.0.0.2");
    assertThat(store.sections(TASK, "push", 1, 1)).containsExactly("10.0.0.1");
    assertThat(store.sections(TASK, "compare", 1, 10)).isEmpty();
  }

  @Test
  void keepsAttemptsAndNodesApart() {
    append("", "mine\n");
    store.append(TASK, "push", 2, "", "second attempt\n".getBytes(UTF_8));
    store.append(TASK, "compare", 1, "", "other node\n".getBytes(UTF_8));
    store.append(Tasks.id(2), "push", 1, "", "other task\n".getBytes(UTF_8));

    assertThat(read(ALL, 0, 100)).isEqualTo("mine\n");
  }

  @Test
  void pagesThroughALongLogWithoutGaps() {
    byte[] whole = new byte[1_000_000];
    new Random(1).nextBytes(whole);
    int written = 0;
    for (int length : new int[] {1, 32_671, 32_672, 32_673, 262_144, 100_000, 262_144, 262_144}) {
      byte[] part = Arrays.copyOfRange(whole, written, Math.min(whole.length, written + length));
      store.append(TASK, "push", 1, written % 2 == 0 ? "" : "stdout", part);
      written += part.length;
    }
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    byte[] page;
    do {
      page = store.read(TASK, "push", 1, ALL, read.size(), 70_001);
      read.writeBytes(page);
    } while (page.length > 0);

    assertThat(Arrays.equals(read.toByteArray(), Arrays.copyOf(whole, written))).isTrue();
  }

  @Test
  void readsNothingBehindTheEnd() {
    append("", "one\n");

    assertThat(read(ALL, 4, 100)).isEmpty();
    assertThat(read(ALL, 1_000_000, 100)).isEmpty();
    assertThat(read(ALL, Long.MAX_VALUE, 100)).isEmpty();
    assertThat(read(ALL, 0, 0)).isEmpty();
  }

  @Test
  void losesNothingWhereManyAppendAtOnce() throws Exception {
    JdbcNodeLogStore otherServer = new JdbcNodeLogStore(on.database());
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> writers = new ArrayList<>();
      for (JdbcNodeLogStore server : List.of(store, otherServer)) {
        for (String node : List.of("push", "compare")) {
          writers.add(threads.submit(() -> append25(server, node)));
        }
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
    } finally {
      threads.shutdown();
    }

    assertThat(read(ALL, 0, 10_000)).isEqualTo("0123456789\n".repeat(50));
  }

  private static void append25(JdbcNodeLogStore server, String node) {
    for (int i = 0; i < 25; i++) {
      server.append(TASK, node, 1, "", "0123456789\n".getBytes(UTF_8));
    }
  }

  private void append(String section, String text) {
    store.append(TASK, "push", 1, section, text.getBytes(UTF_8));
  }

  private String read(Optional<String> section, long from, int maxBytes) {
    return new String(store.read(TASK, "push", 1, section, from, maxBytes), UTF_8);
  }
}
