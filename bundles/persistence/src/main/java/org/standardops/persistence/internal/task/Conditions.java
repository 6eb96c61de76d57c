package org.standardops.persistence.internal.task;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.standardops.model.ProcessId;
import org.standardops.persistence.internal.database.Contains;
import org.standardops.persistence.internal.database.Micros;
import org.standardops.services.port.TaskSummaries.Filter;

/** A filter of tasks as conditions with their values, each value a String or a Long. */
final class Conditions {

  private final List<String> terms = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();

  private Conditions() {}

  /**
   * @param belowId of the last task of the page before
   */
  static Conditions of(Filter filter, long belowId) {
    Conditions conditions = new Conditions();
    conditions.add("business = ?", filter.business().value());
    conditions.add("id < ?", belowId);
    if (!filter.states().isEmpty()) {
      conditions.in("status", filter.states().stream().map(Enum::name).toList());
    }
    filter
        .processes()
        .ifPresent(ids -> conditions.in("process", ids.stream().map(ProcessId::value).toList()));
    filter.createdBy().ifPresent(name -> conditions.add("created_by = ?", name));
    filter.origin().ifPresent(kind -> conditions.add("origin = ?", kind.name()));
    filter.from().ifPresent(from -> conditions.add("created_at >= ?", Micros.of(from)));
    filter.to().ifPresent(to -> conditions.add("created_at < ?", Micros.of(to)));
    filter
        .q()
        .ifPresent(
            part -> conditions.add("LOWER(task_name) LIKE ? ESCAPE '!'", Contains.pattern(part)));
    return conditions;
  }

  private void add(String term, Object value) {
    terms.add(term);
    values.add(value);
  }

  private void in(String column, Collection<String> any) {
    terms.add(column + " IN (" + String.join(", ", Collections.nCopies(any.size(), "?")) + ")");
    values.addAll(any);
  }

  String sql() {
    return String.join(" AND ", terms);
  }

  void set(PreparedStatement select) throws SQLException {
    for (int i = 0; i < values.size(); i++) {
      select.setObject(i + 1, values.get(i));
    }
  }
}
