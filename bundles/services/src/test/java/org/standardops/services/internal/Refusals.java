package org.standardops.services.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.assertj.core.groups.Tuple;
import org.standardops.model.ProductException;

/** What a call was refused for. */
final class Refusals {

  private Refusals() {}

  static ProductException refusal(Supplier<?> call) {
    ProductException refused =
        catchThrowableOfType(
            ProductException.class,
            () -> {
              if (call.get() instanceof CompletionStage<?> stage) {
                Answers.await(stage);
              }
            });
    assertThat(refused).as("a refusal").isNotNull();
    return refused;
  }

  static ProductException refusal(Runnable call) {
    return refusal(
        () -> {
          call.run();
          return "done";
        });
  }

  static List<Tuple> faults(Supplier<?> call) {
    return refusal(call).faults().stream()
        .map(fault -> tuple(fault.pointer(), fault.code()))
        .toList();
  }
}
