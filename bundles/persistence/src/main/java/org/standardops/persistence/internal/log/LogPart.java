package org.standardops.persistence.internal.log;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import org.standardops.model.TaskId;

/**
 * The log of an attempt, or one section of it: the two have offsets and an index of their own.
 *
 * @param section empty: the whole log
 */
record LogPart(TaskId task, String node, int attempt, Optional<String> section) {

  /** The column with a piece's offset in this part. */
  String starts() {
    return section.isPresent() ? "section_starts" : "starts";
  }

  /**
   * From FROM on. Derby is told the index that holds the pieces in order; others read a comment.
   */
  String sql() {
    return section.isPresent()
        ? " FROM node_log --DERBY-PROPERTIES index=NODE_LOG_SECTION\n"
            + " WHERE task = ? AND node = ? AND attempt = ? AND section_name = ?"
        : " FROM node_log --DERBY-PROPERTIES index=NODE_LOG_WHOLE\n"
            + " WHERE task = ? AND node = ? AND attempt = ?";
  }

  /**
   * @return index of the statement's next parameter
   */
  int set(PreparedStatement select) throws SQLException {
    select.setLong(1, task.value());
    select.setString(2, node);
    select.setInt(3, attempt);
    if (section.isPresent()) {
      select.setString(4, section.get());
      return 5;
    }
    return 4;
  }
}
