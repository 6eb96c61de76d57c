package org.standardops.services;

import org.standardops.model.BusinessId;
import org.standardops.model.ProcessId;
import org.standardops.model.process.ProcessDefinition;

/**
 * Looks ahead: nothing runs and nothing is stored. Rights and refusals as in {@link
 * ProcessService}; faults are part of the answer. Thread-safe.
 */
public interface PreviewService {

  /**
   * Of a stored process.
   *
   * @param draft true: of its draft
   */
  Preview of(Caller caller, ProcessId process, boolean draft, PreviewInput input);

  /**
   * Of a whole process that is not stored.
   *
   * @return faults of the process with pointers into it; faults of the input with pointers into
   *     that, below {@code /preview}
   */
  Preview of(Caller caller, BusinessId business, ProcessDefinition definition, PreviewInput input);
}
