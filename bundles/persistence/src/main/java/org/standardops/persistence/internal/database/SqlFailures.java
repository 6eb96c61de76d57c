package org.standardops.persistence.internal.database;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.standardops.engine.port.StoreUnavailableException;
import org.standardops.model.ErrorCode;
import org.standardops.model.ProductException;

/** Says what a failure of the database means, by its SQLSTATE. */
public final class SqlFailures {

  private static final String DUPLICATE = "23505";

  /** Classes of failures that the same statement meets again: wrong data, or a wrong statement. */
  private static final Set<String> REFUSALS = Set.of("0A", "21", "22", "23", "42", "44", "54");

  private SqlFailures() {}

  /** The SQL failure behind another one. */
  public static Optional<SQLException> in(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof SQLException sql) {
        return Optional.of(sql);
      }
    }
    return Optional.empty();
  }

  /** True where the database was reached and refuses this data. */
  public static boolean isRefusal(SQLException failure) {
    return REFUSALS.contains(stateClass(failure));
  }

  /** True where a row with this key is there already. */
  public static boolean isDuplicate(SQLException failure) {
    for (SQLException e = failure; e != null; e = e.getNextException()) {
      if (DUPLICATE.equals(e.getSQLState())) {
        return true;
      }
    }
    return false;
  }

  /** True where the transaction gave way to another one and may simply run again. */
  public static boolean isContention(SQLException failure) {
    return stateClass(failure).equals("40");
  }

  /** True where the database says that it rolled back, so that surely nothing was written. */
  public static boolean isRolledBack(SQLException failure) {
    return isRefusal(failure) || isContention(failure);
  }

  /** The failure as callers of the ports know it. */
  public static RuntimeException translate(SQLException failure) {
    if (stateClass(failure).equals("22")) {
      return new ProductException(
          ErrorCode.INVALID,
          "A text is too long, or holds a character that cannot be stored (U+0000).");
    }
    if (isRefusal(failure)) {
      return new IllegalStateException("The database refused a statement.", failure);
    }
    return new StoreUnavailableException("The database cannot be used now.", failure);
  }

  private static String stateClass(SQLException failure) {
    String state = failure.getSQLState();
    return state == null || state.length() < 2 ? "" : state.substring(0, 2);
  }
}
