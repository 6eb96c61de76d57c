package org.standardops.cdnsandbox.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** One action of the API. */
interface Action {

  /** The names of its parameters, as the documents give them. */
  Set<String> parameters();

  /** The fields of the answer, without RequestId. */
  ObjectNode run(Parameters parameters) throws ApiError;
}
