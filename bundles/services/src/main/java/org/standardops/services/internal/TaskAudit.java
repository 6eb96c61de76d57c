package org.standardops.services.internal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.standardops.engine.CommandBy;
import org.standardops.engine.core.Command;
import org.standardops.engine.core.TaskState;
import org.standardops.engine.port.AuditRecord;
import org.standardops.json.JsonCodec;
import org.standardops.model.SealedText;
import org.standardops.model.task.TaskPlan;
import org.standardops.services.Caller;
import org.standardops.services.rights.Access;
import org.standardops.services.rights.Operation;

/** Records of what people do to tasks, for the transaction in which the engine does it. */
final class TaskAudit {

  private static final JsonCodec JSON = new JsonCodec();

  private TaskAudit() {}

  static CommandBy created(Caller caller, Access access, TaskPlan plan) {
    Map<String, Object> after = new LinkedHashMap<>();
    after.put("name", plan.name());
    after.put("process", plan.process().value());
    after.put("revision", plan.revision());
    after.put("variables", plan.variables());
    after.put(
        "nodes",
        plan.nodes().filter(TaskPlan.PlannedNode::selected).map(TaskPlan.PlannedNode::id).toList());
    return by(caller, access.role(), Operation.CREATE_TASK, plan, Optional.empty(), after);
  }

  static CommandBy of(Caller caller, TaskAccess.Opened opened, Command command) {
    return of(caller, opened, ActionRights.operation(command), JSON.toValue(command));
  }

  /**
   * @param after what is asked for, as JSON
   */
  static CommandBy of(Caller caller, TaskAccess.Opened opened, Operation operation, Object after) {
    return by(
        caller,
        opened.access().role(),
        operation,
        opened.task().plan(),
        Optional.of(Map.of("state", opened.task().status().name())),
        after);
  }

  /** Of a light app's run, by its user. */
  static CommandBy ofRun(Caller caller, TaskState run, Command command) {
    return by(
        caller,
        "LIGHT_APP_USER",
        ActionRights.operation(command),
        run.plan(),
        Optional.of(Map.of("state", run.status().name())),
        JSON.toValue(command));
  }

  private static CommandBy by(
      Caller caller,
      String role,
      Operation operation,
      TaskPlan plan,
      Optional<Object> before,
      Object after) {
    return new CommandBy(
        caller.name(),
        Optional.of(
            new AuditRecord(
                UUID.randomUUID().toString(),
                Instant.EPOCH,
                caller.name(),
                role,
                caller.address(),
                operation.name(),
                "/tasks/" + plan.id(),
                Optional.of(plan.business()),
                AuditRecord.Outcome.DONE,
                before.map(TaskAudit::json),
                Optional.of(json(after)))));
  }

  private static String json(Object value) {
    return new String(JSON.write(SealedText.shown(value)), StandardCharsets.UTF_8);
  }
}
