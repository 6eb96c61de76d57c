package org.standardops.rest.http;

import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.standardops.model.ErrorCode;
import org.standardops.model.ProductException;

/**
 * Waits on the thread of the request for what the engine commits, which takes milliseconds; so the
 * engine's threads never write answers.
 *
 * @param limit after which the caller is sent away
 */
public record EngineAnswer(Duration limit) {

  public static final EngineAnswer PATIENT = new EngineAnswer(Duration.ofSeconds(30));

  /**
   * The answer.
   *
   * @throws ProductException as the stage failed; UNAVAILABLE where it takes too long
   */
  public <T> T of(CompletionStage<T> stage) {
    try {
      return stage.toCompletableFuture().get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw late("The engine is busy. It may still do what you asked; look before you ask again.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw late("The server is being stopped. It may have done what you asked.");
    } catch (ExecutionException e) {
      throw unwrapped(e.getCause());
    }
  }

  private static ProductException late(String detail) {
    return new ProductException(ErrorCode.UNAVAILABLE, detail);
  }

  private static RuntimeException unwrapped(Throwable cause) {
    if (cause instanceof CompletionException && cause.getCause() != null) {
      return unwrapped(cause.getCause());
    }
    return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
  }
}
