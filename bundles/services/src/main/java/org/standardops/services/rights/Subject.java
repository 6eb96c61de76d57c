package org.standardops.services.rights;

import org.standardops.engine.core.TaskState;
import org.standardops.model.BusinessId;
import org.standardops.model.ProcessId;
import org.standardops.services.port.LightApp;
import org.standardops.services.port.StoredProcess;

/**
 * What an operation in a business is about.
 *
 * @param what names it in refusals
 * @param createdBy who made it
 */
public record Subject(String what, BusinessId business, ProcessId process, String createdBy) {

  public static Subject of(StoredProcess process) {
    return new Subject(
        "The process " + process.id(), process.business(), process.id(), process.createdBy());
  }

  public static Subject of(LightApp app) {
    return new Subject(
        "The light app " + app.id(), app.business(), app.frozen().process(), app.createdBy());
  }

  public static Subject of(TaskState task) {
    return new Subject(
        "The task " + task.plan().id(),
        task.plan().business(),
        task.plan().process(),
        task.plan().createdBy());
  }
}
