package org.standardops.persistence.internal.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.standardops.engine.port.RejectedException;
import org.standardops.engine.port.TaskRow;
import org.standardops.engine.port.TaskRow.Heat;
import org.standardops.model.TaskId;
import org.standardops.model.task.AtomRef;
import org.standardops.model.task.TaskPlan;
import org.standardops.persistence.internal.database.Micros;

/**
 * Writes the rows of tasks, and the versions of atoms that they still call. A task that ends is put
 * on the list of those that the statistics are still to count.
 */
final class TaskTable {

  /** The due time of what has none: so that one index serves hot tasks and parked ones. */
  static final long NEVER = Long.MAX_VALUE;

  private static final String CHANGE =
      "UPDATE task SET seq = ?, status = ?, overdue = ?, heat = ?, next_due = ?, task_name = ?,"
          + " started_at = ?, ended_at = ?, start_at = ?";

  private final PreparedStatement insert;
  private final PreparedStatement update;
  private final PreparedStatement updateWithSnapshot;
  private final PreparedStatement deleteAtoms;
  private final PreparedStatement insertAtom;
  private final PreparedStatement insertUncounted;

  TaskTable(Connection connection) throws SQLException {
    insert =
        connection.prepareStatement(
            "INSERT INTO task (seq, status, overdue, heat, next_due, task_name, started_at,"
                + " ended_at, start_at, id, business, process, process_name, revision, origin, origin_id,"
                + " created_by, created_at, snapshot_seq, snapshot)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    update = connection.prepareStatement(CHANGE + " WHERE id = ?");
    updateWithSnapshot =
        connection.prepareStatement(CHANGE + ", snapshot_seq = ?, snapshot = ? WHERE id = ?");
    deleteAtoms = connection.prepareStatement("DELETE FROM task_atom WHERE task = ?");
    insertAtom =
        connection.prepareStatement("INSERT INTO task_atom (task, code, version) VALUES (?, ?, ?)");
    insertUncounted = connection.prepareStatement("INSERT INTO task_uncounted (task) VALUES (?)");
  }

  /** How a heat is stored. Numbers never change their meaning. */
  static short heatNumber(Heat heat) {
    return switch (heat) {
      case HOT -> 0;
      case PARKED -> 1;
      case FINAL -> 2;
      case QUEUED -> 3;
      case AWAITING_ATOM -> 4;
    };
  }

  static Heat heat(short number) {
    for (Heat heat : Heat.values()) {
      if (heatNumber(heat) == number) {
        return heat;
      }
    }
    throw new IllegalStateException("A newer release wrote heat " + number + " of a task.");
  }

  void write(List<TaskRow> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    Collection<TaskRow> last = lastOfEach(rows);
    for (TaskRow row : last) {
      if (row.created().isPresent()) {
        addInsert(row, row.created().get());
      } else {
        addUpdate(row);
        deleteAtoms.setLong(1, row.task().value());
        deleteAtoms.addBatch();
      }
      addAtoms(row);
      if (row.heat() == Heat.FINAL) {
        insertUncounted.setLong(1, row.task().value());
        insertUncounted.addBatch();
      }
    }
    insert.executeBatch();
    requireOneEach(update.executeBatch());
    requireOneEach(updateWithSnapshot.executeBatch());
    deleteAtoms.executeBatch();
    insertAtom.executeBatch();
    insertUncounted.executeBatch();
  }

  /**
   * Several changes of one task in a batch are one write: the last. A snapshot that only an earlier
   * one brought is left out: it is a cache, and the task is in memory again.
   */
  private static Collection<TaskRow> lastOfEach(List<TaskRow> rows) {
    Map<TaskId, TaskRow> last = new LinkedHashMap<>();
    for (TaskRow row : rows) {
      last.merge(row.task(), row, TaskTable::merge);
    }
    return last.values();
  }

  private static TaskRow merge(TaskRow earlier, TaskRow later) {
    return new TaskRow(
        later.task(),
        later.seq(),
        earlier.created(),
        later.name(),
        later.status(),
        later.overdue(),
        later.heat(),
        later.nextDue(),
        later.startAt(),
        later.startedAt(),
        later.endedAt(),
        later.snapshot(),
        later.atoms());
  }

  private void addInsert(TaskRow row, TaskPlan plan) throws SQLException {
    setChange(insert, row);
    insert.setLong(10, row.task().value());
    insert.setString(11, plan.business().value());
    insert.setString(12, plan.process().value());
    insert.setString(13, plan.processName());
    insert.setInt(14, plan.revision());
    insert.setString(15, plan.origin().kind().name());
    insert.setString(16, plan.origin().id().orElse(null));
    insert.setString(17, plan.createdBy());
    insert.setLong(18, Micros.of(plan.createdAt()));
    insert.setInt(19, row.snapshot().isPresent() ? row.seq() : 0);
    insert.setBytes(20, row.snapshot().orElse(null));
    insert.addBatch();
  }

  private void addUpdate(TaskRow row) throws SQLException {
    Optional<byte[]> snapshot = row.snapshot();
    if (snapshot.isPresent()) {
      setChange(updateWithSnapshot, row);
      updateWithSnapshot.setInt(10, row.seq());
      updateWithSnapshot.setBytes(11, snapshot.get());
      updateWithSnapshot.setLong(12, row.task().value());
      updateWithSnapshot.addBatch();
    } else {
      setChange(update, row);
      update.setLong(10, row.task().value());
      update.addBatch();
    }
  }

  private static void setChange(PreparedStatement statement, TaskRow row) throws SQLException {
    boolean leaves = row.heat() == Heat.PARKED || row.heat() == Heat.AWAITING_ATOM;
    boolean wakes = leaves && row.nextDue().isPresent();
    statement.setInt(1, row.seq());
    statement.setString(2, row.status().name());
    statement.setShort(3, (short) (row.overdue() ? 1 : 0));
    statement.setShort(4, heatNumber(row.heat()));
    statement.setLong(5, wakes ? Micros.of(row.nextDue().get()) : NEVER);
    statement.setString(6, row.name());
    Micros.set(statement, 7, row.startedAt());
    Micros.set(statement, 8, row.endedAt());
    Micros.set(statement, 9, row.startAt());
  }

  private void addAtoms(TaskRow row) throws SQLException {
    for (AtomRef atom : row.atoms().stream().distinct().toList()) {
      insertAtom.setLong(1, row.task().value());
      insertAtom.setString(2, atom.code());
      insertAtom.setString(3, atom.version());
      insertAtom.addBatch();
    }
  }

  private static void requireOneEach(int[] counts) {
    if (IntStream.of(counts).anyMatch(count -> count == 0)) {
      throw new RejectedException(
          "A task's row is to be changed that was never written.",
          new IllegalStateException("update count 0"));
    }
  }
}
