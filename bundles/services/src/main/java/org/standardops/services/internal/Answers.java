package org.standardops.services.internal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.standardops.model.ErrorCode;
import org.standardops.model.ProductException;

/** Between calls that wait and stages that complete. */
final class Answers {

  private static final long SECONDS = 30;

  private Answers() {}

  /** Waits for the engine; UNAVAILABLE where it takes too long. */
  static <T> T await(CompletionStage<T> stage) {
    try {
      return stage.toCompletableFuture().get(SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException refused) {
        throw refused;
      }
      throw new IllegalStateException("The engine failed.", e.getCause());
    } catch (TimeoutException e) {
      throw new ProductException(
          ErrorCode.UNAVAILABLE, "The engine did not answer in time; try again.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProductException(
          ErrorCode.UNAVAILABLE, "The server is stopping; try again in a while.");
    }
  }

  /** What is refused before the engine is asked fails the stage, too: callers look in one place. */
  static <T> CompletionStage<T> staged(Supplier<CompletionStage<T>> call) {
    try {
      return call.get();
    } catch (RuntimeException e) {
      return CompletableFuture.failedStage(e);
    }
  }
}
