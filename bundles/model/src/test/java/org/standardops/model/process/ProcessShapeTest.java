package org.standardops.model.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.standardops.model.process.ProcessDefinition.OnTimeout;

class ProcessShapeTest {

  @Test
  void findsNothingWrongWithAWellFormedProcess() {
    assertThat(
            ProcessShape.check(
                process(
                    List.of(variable("urls")),
                    step("prefetch", node("push")),
                    step("verify", node("compare")))))
        .isEmpty();
  }

  @Test
  void findsAnIdUsedByAStepAndANode() {
    assertThat(faults(process(List.of(), step("a", node("b")), step("c", node("a")))))
        .containsExactly(tuple("/steps/1/nodes/0/id", "DUPLICATE_ID"));
  }

  @Test
  void findsAKeyUsedByAVariableAndAnOutput() {
    assertThat(
            faults(
                process(
                    List.of(variable("report"), variable("report")),
                    step("a", node("b", Map.of("report", "report"), Policy.DEFAULT)))))
        .containsExactly(
            tuple("/variables/1/key", "DUPLICATE_KEY"),
            tuple("/steps/0/nodes/0/outputs/report", "DUPLICATE_KEY"));
  }

  @Test
  void findsReservedKeys() {
    assertThat(faults(process(List.of(variable("task"), variable("node"), variable("business")))))
        .extracting(fault -> fault.toList().get(1))
        .containsExactly("RESERVED_KEY", "RESERVED_KEY", "RESERVED_KEY");
  }

  @Test
  void findsTimeoutsThatAreNoTime() {
    Policy policy =
        new Policy(Policy.Retry.NONE, Optional.of(Duration.ZERO), Policy.OnFailure.STOP);

    assertThat(faults(process(List.of(), step("a", node("b", Map.of(), policy)))))
        .containsExactly(tuple("/steps/0/nodes/0/policy/timeout", "INVALID_VALUE"));
  }

  @Test
  void findsDelaysThatWouldNeverEnd() {
    Policy policy =
        new Policy(
            new Policy.Retry(10, Duration.ofHours(1), 10.0),
            Optional.empty(),
            Policy.OnFailure.STOP);

    assertThat(faults(process(List.of(), step("a", node("b", Map.of(), policy)))))
        .containsExactly(tuple("/steps/0/nodes/0/policy/retry", "INVALID_VALUE"));
  }

  @Test
  void boundsTheNumberOfNodes() {
    Node[] nodes =
        IntStream.rangeClosed(0, ProcessShape.MAX_NODES)
            .mapToObj(i -> node("n" + i))
            .toArray(Node[]::new);

    assertThat(faults(process(List.of(), step("a", nodes))))
        .containsExactly(tuple("/steps", "TOO_MANY"));
  }

  @Test
  void refusesControlCharactersInNames() {
    ProcessDefinition process =
        new ProcessDefinition(
            "a\u0000b",
            ProcessType.OTHER,
            Optional.empty(),
            Optional.empty(),
            OnTimeout.NOTIFY,
            List.of(),
            List.of());

    assertThat(faults(process)).containsExactly(tuple("/name", "INVALID_VALUE"));
  }

  private static List<Tuple> faults(ProcessDefinition process) {
    return ProcessShape.check(process).stream()
        .map(fault -> tuple(fault.pointer(), fault.code()))
        .toList();
  }

  private static ProcessDefinition process(List<Variable> variables, Step... steps) {
    return new ProcessDefinition(
        "A process",
        ProcessType.OTHER,
        Optional.empty(),
        Optional.empty(),
        OnTimeout.NOTIFY,
        variables,
        List.of(steps));
  }

  private static Variable variable(String key) {
    return new Variable(
        key, key, Variable.Type.TEXT, false, true, Optional.empty(), "", Collections.emptyMap());
  }

  private static Step step(String id, Node... nodes) {
    return new Step(id, "", Step.Mode.SERIAL, Step.Start.AUTOMATIC, List.of(nodes));
  }

  private static Node node(String id) {
    return node(id, Map.of(), Policy.DEFAULT);
  }

  private static Node node(String id, Map<String, String> outputs, Policy policy) {
    return new Node(
        id, id, "timer", Optional.empty(), TimingType.IDLE_TIME, false, Map.of(), policy, outputs);
  }
}
