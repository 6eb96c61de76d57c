package org.standardops.services;

import java.util.Optional;
import java.util.OptionalLong;
import org.standardops.model.ProcessId;

/**
 * Changes of variables that touch the rest of the process too. Each is made on the draft, which is
 * begun from the published revision where there is none. Rights and refusals as in {@link
 * ProcessService}; where an expected version is given, another one is ETAG_CHANGED. Thread-safe.
 */
public interface VariableService {

  /**
   * A parameter becomes a variable: with its schema and its value of now as the default, and {@code
   * ${KEY}} in its place.
   *
   * @throws org.standardops.model.ProductException INVALID where there is no such parameter, it
   *     holds a reference already, or the KEY is taken
   */
  ProcessView addAsVariable(
      Caller caller, ProcessId process, OptionalLong expectedVersion, Parameter parameter);

  /**
   * Another KEY for a variable, or for an output that becomes one, everywhere it is used.
   *
   * @throws org.standardops.model.ProductException NOT_FOUND where nothing has the KEY, INVALID
   *     where the new one is none or taken
   */
  ProcessView rename(
      Caller caller, ProcessId process, OptionalLong expectedVersion, String key, String newKey);

  /**
   * A parameter that is to become a variable.
   *
   * @param pointer JSON pointer into the node's parameters, such as {@code /urls}
   * @param key empty: made from the parameter's name
   * @param name empty: the parameter's title
   */
  record Parameter(String node, String pointer, Optional<String> key, Optional<String> name) {}
}
