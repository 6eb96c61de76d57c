package org.standardops.atom.approval.internal;

import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Component;
import org.standardops.atom.Answer;
import org.standardops.atom.Atom;
import org.standardops.atom.AtomCode;
import org.standardops.atom.Call;
import org.standardops.atom.Cancellation;
import org.standardops.atom.Fault;
import org.standardops.atom.Outcome;
import org.standardops.atom.Parameters;
import org.standardops.atom.Touched;

/** Asks people, and goes on when one of them approves. */
@Component
@AtomCode("approval")
public final class ApprovalAtom implements Atom {

  @Override
  public Outcome start(Call call) {
    ApprovalParameters asked = call.parameters().as(ApprovalParameters.class);
    call.log()
        .info(
            (asked.people().isEmpty()
                    ? "Whoever may operate the task is asked: "
                    : "Asked are " + String.join(", ", asked.people()) + ": ")
                + asked.question());
    return new Outcome.AwaitPerson(Map.of(), asked.question(), asked.people(), asked.deadline());
  }

  @Override
  public Outcome resume(Call call, Map<String, Object> handle, Answer answer) {
    if (!(answer instanceof Answer.Person person)) {
      throw new IllegalStateException("Only a person can approve.");
    }
    Map<String, Object> outputs = new LinkedHashMap<>();
    outputs.put("decision", person.approved() ? "APPROVED" : "REJECTED");
    outputs.put("by", person.by());
    outputs.put("comment", person.comment());
    outputs.put("at", call.clock().instant().truncatedTo(ChronoUnit.SECONDS).toString());
    String said = person.comment().isBlank() ? "." : ": " + person.comment();
    call.log().info(person.by() + (person.approved() ? " approved" : " rejected") + said);
    return person.approved()
        ? new Outcome.Succeeded(outputs)
        : new Outcome.Failed(
            "REJECTED", person.by() + " rejected" + said, false, Touched.NO, outputs);
  }

  @Override
  public Cancellation cancel(Call call, Map<String, Object> handle) {
    return new Cancellation.Cancelled();
  }

  @Override
  public List<Fault> check(Parameters parameters) {
    if (!parameters.isComplete()) {
      return List.of();
    }
    try {
      parameters.as(ApprovalParameters.class);
      return List.of();
    } catch (IllegalArgumentException e) {
      return List.of(new Fault("", "INVALID", e.getMessage()));
    }
  }
}
