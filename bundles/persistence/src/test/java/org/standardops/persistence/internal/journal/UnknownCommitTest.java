package org.standardops.persistence.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.standardops.persistence.internal.journal.Tasks.batch;
import static org.standardops.persistence.internal.journal.Tasks.created;
import static org.standardops.persistence.internal.journal.Tasks.event;
import static org.standardops.persistence.internal.journal.Tasks.id;
import static org.standardops.persistence.internal.journal.Tasks.rows;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.standardops.engine.port.CommitBatch;
import org.standardops.engine.port.CommitUnknownException;
import org.standardops.engine.port.StoreUnavailableException;
import org.standardops.engine.port.TaskRow.Heat;
import org.standardops.model.TaskId;
import org.standardops.persistence.internal.database.CuttingProxy;
import org.standardops.persistence.internal.database.CuttingProxy.Cut;
import org.standardops.persistence.internal.database.Database;
import org.standardops.persistence.internal.database.TestDatabase;

/** PostgreSQL behind a network that breaks at the worst moments. */
class UnknownCommitTest {

  private static final TaskId TASK = id(1);

  private CuttingProxy proxy;
  private HikariDataSource dataSource;
  private JdbcJournalStore store;
  private Map<Integer, Long> epochs;

  @BeforeEach
  void connectThroughTheProxy() throws IOException {
    String url = TestDatabase.newPostgres();
    int databasePort = TestDatabase.port(url);
    proxy = new CuttingProxy(databasePort, 0);
    // so that each message names its statement, and the proxy knows where to cut
    url += (url.contains("?") ? "&" : "?") + "prepareThreshold=0";
    dataSource = TestDatabase.pool(url.replace(":" + databasePort + "/", ":" + proxy.port() + "/"));
    store = new JdbcJournalStore(new Database(dataSource));
    epochs = store.takeOver("this server");
    store.commit(rows(epochs, event(id(99), 1)));
  }

  @AfterEach
  void close() throws IOException {
    store.close();
    dataSource.close();
    proxy.close();
  }

  static Stream<Arguments> cutsInCommit() {
    return Stream.of(
        Arguments.of("rows alone, lost", false, new Cut("INSERT INTO journal", false)),
        Arguments.of("rows alone, written", false, new Cut("INSERT INTO journal", true)),
        Arguments.of("with task rows, lost", true, new Cut("COMMIT", false)),
        Arguments.of("with task rows, written", true, new Cut("COMMIT", true)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cutsInCommit")
  void aCutInCommitIsUnknownAndThenToldByTheRow(String name, boolean withTask, Cut cut) {
    CommitBatch batch =
        withTask
            ? batch(epochs, List.of(event(TASK, 1)), List.of(created(TASK, Heat.HOT)))
            : rows(epochs, event(TASK, 1));
    proxy.cutAt(cut);

    assertThatThrownBy(() -> store.commit(batch)).isInstanceOf(CommitUnknownException.class);

    assertThat(proxy.isWaiting()).isFalse();
    int shard = TASK.shard();
    assertThat(store.isCommitted(TASK, 1, shard, epochs.get(shard))).isEqualTo(cut.delivered());
    if (!cut.delivered()) {
      store.commit(batch);
    }
    assertThat(store.read(TASK, 0, 10)).hasSize(1);
  }

  @Test
  void aCutBeforeCommitHasSurelyWrittenNothing() {
    CommitBatch batch = batch(epochs, List.of(event(TASK, 1)), List.of(created(TASK, Heat.HOT)));
    proxy.cutAt(new Cut("INSERT INTO journal", true));

    assertThatThrownBy(() -> store.commit(batch)).isInstanceOf(StoreUnavailableException.class);

    assertThat(store.read(TASK, 0, 10)).isEmpty();
    store.commit(batch);
    assertThat(store.read(TASK, 0, 10)).hasSize(1);
  }
}
