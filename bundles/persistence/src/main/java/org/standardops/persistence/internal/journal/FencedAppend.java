package org.standardops.persistence.internal.journal;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.standardops.engine.port.JournalRow;

/** Appends rows to the journal while this server still holds their shards. */
interface FencedAppend {

  /** True where one append in autocommit mode is fenced and atomic by itself. */
  boolean isAtomic();

  /**
   * Takes the fence and appends; the fence holds to the end of the transaction.
   *
   * @param epochs by shard; at least one
   * @return false: fenced, and nothing was appended
   */
  boolean append(Map<Integer, Long> epochs, List<JournalRow> rows) throws SQLException;
}
