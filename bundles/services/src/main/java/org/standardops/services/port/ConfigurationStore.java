package org.standardops.services.port;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.standardops.model.BusinessId;
import org.standardops.model.JsonValues;
import org.standardops.model.Page;
import org.standardops.model.process.Variable;

/**
 * Where the configuration of businesses is kept, with every state that it was in. Each call is one
 * transaction. Thread-safe.
 */
public interface ConfigurationStore {

  /** The newest; empty where there was never one. */
  Optional<Configuration> find(BusinessId business);

  /** All states, newest first. */
  Page<Configuration> history(BusinessId business, Page.Request page);

  /** Adds a state. False where there is one of this version already. */
  boolean add(Configuration next);

  /**
   * Values that all processes of a business can use.
   *
   * @param version from 1; 0: nothing was ever configured
   */
  record Configuration(
      BusinessId business,
      List<Entry> variables,
      long version,
      String changedBy,
      Instant changedAt) {
    public Configuration {
      variables = List.copyOf(variables);
    }

    /** Nothing configured yet. */
    public static Configuration none(BusinessId business) {
      return new Configuration(business, List.of(), 0, "", Instant.EPOCH);
    }
  }

  /**
   * A value of the configuration; {@code ${business.KEY}} in any parameter stands for it.
   *
   * @param schema JSON Schema that the value fits; it counts more than the type
   * @param value a JSON value; empty: null
   */
  record Entry(
      String key,
      String name,
      Variable.Type type,
      Map<String, Object> schema,
      Optional<Object> value,
      String help) {
    public Entry {
      schema = JsonValues.object(schema);
    }
  }
}
