package org.standardops.engine.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import org.standardops.atom.Cancellation;
import org.standardops.atom.Outcome;
import org.standardops.engine.core.Result;
import org.standardops.engine.core.Touched;
import org.standardops.json.JsonCodec;
import org.standardops.model.ErrorCode;
import org.standardops.model.ProductException;
import org.standardops.model.task.NodeError;

/**
 * What atoms answer, as the core knows it: JSON that reads back as it was written, within its
 * limits, secrets masked. Thread-safe.
 */
final class Outcomes {

  private static final int LARGEST_OUTPUT = 1 << 20;
  private static final int LARGEST_HANDLE = 64 * 1024;
  private static final int LARGEST_CHECKPOINT = 256 * 1024;
  private static final int LONGEST_MESSAGE = 16 * 1024;

  private static final ObjectMapper MAPPER = new JsonCodec().mapper();

  Result of(Outcome outcome) {
    if (outcome instanceof Outcome.Succeeded succeeded) {
      return new Result.Succeeded(succeeded.outputs());
    } else if (outcome instanceof Outcome.Failed failed) {
      return new Result.Failed(
          new NodeError(failed.code(), failed.reason(), failed.retryable()),
          Touched.valueOf(failed.touched().name()),
          failed.outputs());
    } else if (outcome instanceof Outcome.Unknown unknown) {
      return new Result.Unknown(unknown.reason());
    } else if (outcome instanceof Outcome.Poll poll) {
      return new Result.Poll(poll.after(), poll.handle(), poll.detail(), poll.partialOutputs());
    } else if (outcome instanceof Outcome.AwaitCallback await) {
      return new Result.AwaitCallback(await.handle(), await.deadline(), await.detail());
    } else if (outcome instanceof Outcome.AwaitPerson await) {
      return new Result.AwaitPerson(
          await.handle(), await.question(), await.people(), await.deadline());
    }
    return failed("NO_ANSWER", "The atom answered nothing.");
  }

  Result of(Cancellation cancellation) {
    if (cancellation instanceof Cancellation.Cancelled) {
      return new Result.Cancelled();
    } else if (cancellation instanceof Cancellation.StillCancelling still) {
      return new Result.StillCancelling(still.after());
    } else if (cancellation instanceof Cancellation.CannotCancel cannot) {
      return new Result.CannotCancel(cannot.reason());
    } else if (cancellation instanceof Cancellation.AlreadyEnded ended) {
      return of(ended.outcome());
    }
    return failed("NO_ANSWER", "The atom answered nothing.");
  }

  private static Result failed(String code, String message) {
    return new Result.Failed(new NodeError(code, message, true), Touched.MAYBE, Map.of());
  }

  /** The same result within its limits; too much, or what is no JSON, fails clearly. */
  Result bounded(Result result, Masking masking) {
    try {
      if (result instanceof Result.Succeeded succeeded) {
        return new Result.Succeeded(outputs(succeeded.outputs(), masking));
      } else if (result instanceof Result.Failed failed) {
        NodeError error =
            new NodeError(
                failed.error().code(),
                message(failed.error().message(), masking),
                failed.error().retryable());
        return new Result.Failed(error, failed.touched(), outputs(failed.outputs(), masking));
      } else if (result instanceof Result.Unknown unknown) {
        return new Result.Unknown(message(unknown.reason(), masking));
      } else if (result instanceof Result.CannotCancel cannot) {
        return new Result.CannotCancel(message(cannot.reason(), masking));
      } else if (result instanceof Result.Poll poll) {
        return new Result.Poll(
            poll.after(),
            handle(poll.handle(), masking),
            message(poll.detail(), masking),
            outputs(poll.outputs(), masking),
            poll.timer());
      } else if (result instanceof Result.AwaitCallback await) {
        return new Result.AwaitCallback(
            handle(await.handle(), masking), await.deadline(), message(await.detail(), masking));
      } else if (result instanceof Result.AwaitPerson await) {
        return new Result.AwaitPerson(
            handle(await.handle(), masking),
            message(await.question(), masking),
            await.people(),
            await.deadline());
      }
      return result;
    } catch (TooLarge | JsonProcessingException e) {
      return failed("BAD_ANSWER", message(String.valueOf(e.getMessage()), masking));
    }
  }

  private Map<String, Object> outputs(Map<String, Object> outputs, Masking masking)
      throws TooLarge, JsonProcessingException {
    return json("outputs", masking.mask(outputs), LARGEST_OUTPUT);
  }

  private Map<String, Object> handle(Map<String, Object> handle, Masking masking)
      throws TooLarge, JsonProcessingException {
    return json("handle", masking.maskLong(handle), LARGEST_HANDLE);
  }

  /**
   * What an atom keeps over attempts, as a restart would read it.
   *
   * @throws IllegalArgumentException where it is too large, or no JSON
   */
  static Map<String, Object> checkpoint(Map<String, Object> checkpoint) {
    try {
      byte[] json = MAPPER.writeValueAsBytes(checkpoint);
      if (json.length > LARGEST_CHECKPOINT) {
        throw new IllegalArgumentException(
            "The checkpoint is over " + LARGEST_CHECKPOINT + " bytes; keep less.");
      }
      return MAPPER.readValue(json, new TypeReference<Map<String, Object>>() {});
    } catch (IOException e) {
      throw new IllegalArgumentException("The checkpoint is no JSON: " + e.getMessage(), e);
    }
  }

  /** Written and read again, so that memory holds just what a restart would read. */
  private Map<String, Object> json(String what, Map<String, Object> object, int largest)
      throws TooLarge, JsonProcessingException {
    if (object.isEmpty()) {
      return Map.of();
    }
    String json = MAPPER.writeValueAsString(object);
    if (json.length() > largest) {
      throw new TooLarge("The atom's " + what + " is over " + largest + " bytes.");
    }
    return MAPPER.readValue(json, new TypeReference<Map<String, Object>>() {});
  }

  /**
   * Any JSON value as a restart would read it.
   *
   * @throws ProductException TOO_LARGE
   */
  static Object json(Object value, int largest) {
    try {
      byte[] json = MAPPER.writeValueAsBytes(value);
      if (json.length > largest) {
        throw new ProductException(
            ErrorCode.TOO_LARGE, "The body is over " + largest + " bytes; send less.");
      }
      return MAPPER.readValue(json, Object.class);
    } catch (IOException e) {
      throw new ProductException(ErrorCode.UNREADABLE, "The body is no JSON value.");
    }
  }

  private static String message(String message, Masking masking) {
    String masked = masking.mask(message);
    return masked.length() <= LONGEST_MESSAGE
        ? masked
        : masked.substring(0, LONGEST_MESSAGE - 8) + "… (cut)";
  }

  private static final class TooLarge extends Exception {
    private static final long serialVersionUID = 1L;

    TooLarge(String message) {
      super(message);
    }
  }
}
