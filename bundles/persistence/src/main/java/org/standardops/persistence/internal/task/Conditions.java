package org.standardops.persistence.internal.task;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.standardops.model.ProcessId;
import org.standardops.persistence.internal.database.Contains;
import org.standardops.persistence.internal.database.Micros;
import org.standardops.services.port.TaskSummaries.Filter;

/**
 * A filter of tasks as conditions that one index answers in the order of ids, each value a String
 * or a Long. Derby has to be told the index: by itself it takes whichever spares it the sorting.
 */
final class Conditions {

  /** More processes than this are looked for among all tasks of the business. */
  private static final int MAX_PROCESSES = 20;

  private final String index;
  private final List<String> terms = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();

  private Conditions(String index) {
    this.index = index;
  }

  /**
   * Parts that have no task in common, and together all that the filter lets through: one for each
   * process, else one for each state.
   *
   * @param belowId of the last task of the page before
   */
  static List<Conditions> of(Filter filter, long belowId) {
    List<String> states = filter.states().stream().distinct().map(Enum::name).toList();
    List<String> processes =
        filter.processes().orElse(List.of()).stream().distinct().map(ProcessId::value).toList();
    List<Conditions> parts = new ArrayList<>();
    if (filter.processes().isPresent() && processes.size() <= MAX_PROCESSES) {
      for (String process : processes) {
        parts.add(
            new Conditions("TASK_OF_PROCESS").with("process = ?", process).in("status", states));
      }
    } else if (!states.isEmpty()) {
      for (String state : states) {
        parts.add(
            new Conditions("TASK_OF_STATUS").with("status = ?", state).in("process", processes));
      }
    } else {
      parts.add(new Conditions("TASK_OF_BUSINESS").in("process", processes));
    }
    parts.forEach(part -> part.withRest(filter, belowId));
    return parts;
  }

  private void withRest(Filter filter, long belowId) {
    with("business = ?", filter.business().value());
    with("id < ?", belowId);
    filter.createdBy().ifPresent(name -> with("created_by = ?", name));
    filter.origin().ifPresent(kind -> with("origin = ?", kind.name()));
    filter.from().ifPresent(from -> with("created_at >= ?", Micros.of(from)));
    filter.to().ifPresent(to -> with("created_at < ?", Micros.of(to)));
    filter
        .q()
        .ifPresent(part -> with("LOWER(task_name) LIKE ? ESCAPE '!'", Contains.pattern(part)));
  }

  private Conditions with(String term, Object value) {
    terms.add(term);
    values.add(value);
    return this;
  }

  /** Any of these; of none: no condition. */
  private Conditions in(String column, List<String> any) {
    if (!any.isEmpty()) {
      terms.add(column + " IN (" + String.join(", ", Collections.nCopies(any.size(), "?")) + ")");
      values.addAll(any);
    }
    return this;
  }

  /** From FROM on; PostgreSQL reads the name of the index as a comment. */
  String sql() {
    return " FROM task --DERBY-PROPERTIES index="
        + index
        + "\n WHERE "
        + String.join(" AND ", terms)
        + " ORDER BY id DESC";
  }

  void set(PreparedStatement select) throws SQLException {
    for (int i = 0; i < values.size(); i++) {
      select.setObject(i + 1, values.get(i));
    }
  }
}
