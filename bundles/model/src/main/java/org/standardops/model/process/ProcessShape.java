package org.standardops.model.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.standardops.model.Fault;
import org.standardops.model.JsonValues;
import org.standardops.model.TextLimit;

/**
 * What every process must keep to, even a draft: ids and KEYs that are well formed and single,
 * texts, lists and times within bounds. Knows nothing of atoms. Pure.
 */
public final class ProcessShape {

  public static final int MAX_STEPS = 100;
  public static final int MAX_NODES = 1_000;
  public static final int MAX_VARIABLES = 500;

  /** KEYs that have a meaning of their own in a reference. */
  public static final Set<String> RESERVED_KEYS = Set.of("business", "task", "node");

  private static final int MAX_OUTPUTS = 100;
  private static final int MAX_PEOPLE = 100;
  private static final int MAX_CONDITION = 2_000;
  private static final Duration LONGEST = Duration.ofDays(366);
  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");
  private static final TextLimit NAME = TextLimit.name(128);
  private static final TextLimit LABEL = TextLimit.line(128);
  private static final TextLimit CODE = TextLimit.name(64);
  private static final TextLimit HELP = TextLimit.lines(4_000);

  private final List<Fault> faults = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private final Set<String> keys = new HashSet<>();

  private ProcessShape() {}

  /** Every fault, with pointers into the process. */
  public static List<Fault> check(ProcessDefinition process) {
    ProcessShape shape = new ProcessShape();
    shape.process(process);
    return List.copyOf(shape.faults);
  }

  /** What is wrong with a text as a KEY; empty where it can be one. */
  public static List<Fault> checkKey(String pointer, String key) {
    ProcessShape shape = new ProcessShape();
    shape.key(pointer, key);
    return List.copyOf(shape.faults);
  }

  private void process(ProcessDefinition process) {
    text("/name", NAME, process.name());
    process.notification().ifPresent(this::notification);
    time("/timeout", process.timeout());
    count("/variables", process.variables().size(), MAX_VARIABLES, "variables");
    for (int i = 0; i < process.variables().size(); i++) {
      variable("/variables/" + i, process.variables().get(i));
    }
    count("/steps", process.steps().size(), MAX_STEPS, "steps");
    count("/steps", process.nodes().count(), MAX_NODES, "nodes in all steps together");
    for (int i = 0; i < process.steps().size(); i++) {
      step("/steps/" + i, process.steps().get(i));
    }
  }

  private void notification(Notify notify) {
    count("/notify/people", notify.people().size(), MAX_PEOPLE, "people");
    for (int i = 0; i < notify.people().size(); i++) {
      text("/notify/people/" + i, CODE, notify.people().get(i));
    }
  }

  private void variable(String at, Variable variable) {
    key(at + "/key", variable.key());
    text(at + "/name", LABEL, variable.name());
    text(at + "/help", HELP, variable.help());
  }

  private void step(String at, Step step) {
    id(at + "/id", step.id());
    text(at + "/name", LABEL, step.name());
    step.when().ifPresent(when -> condition(at + "/when", when));
    limit(at + "/limit", step.limit(), MAX_NODES);
    if (step.limit().isPresent() && step.mode() == Step.Mode.SERIAL) {
      add(at + "/limit", "INVALID_VALUE", "Only a PARALLEL step has a limit.");
    }
    for (int i = 0; i < step.nodes().size(); i++) {
      node(at + "/nodes/" + i, step.nodes().get(i));
    }
  }

  private void node(String at, Node node) {
    id(at + "/id", node.id());
    text(at + "/name", LABEL, node.name());
    text(at + "/atom", CODE, node.atom());
    node.atomVersion().ifPresent(version -> text(at + "/atomVersion", CODE, version));
    time(at + "/policy/timeout", node.policy().timeout());
    retry(at + "/policy/retry", node.policy().retry());
    node.when().ifPresent(when -> condition(at + "/when", when));
    node.forEach().ifPresent(forEach -> forEach(at + "/forEach", forEach));
    count(at + "/outputs", node.outputs().size(), MAX_OUTPUTS, "outputs that become variables");
    node.outputs().forEach((name, key) -> key(at + "/outputs/" + JsonValues.token(name), key));
  }

  private void condition(String at, String when) {
    if (when.isBlank() || when.length() > MAX_CONDITION) {
      add(at, "INVALID_VALUE", "A condition has 1 to " + MAX_CONDITION + " characters.");
    }
  }

  /** The KEYs of element and number are known in this node alone, so another node may have them. */
  private void forEach(String at, ForEach forEach) {
    if (!WORD.matcher(forEach.as()).matches() || forEach.as().length() > 58) {
      add(
          at + "/as",
          "INVALID_KEY",
          "A KEY begins with a letter and has up to 58 letters, digits, _.");
    } else if (RESERVED_KEYS.contains(forEach.as())) {
      add(at + "/as", "RESERVED_KEY", "business, task and node are reserved; choose another KEY.");
    }
    limit(at + "/limit", Optional.of(forEach.limit()), ForEach.HIGHEST_LIMIT);
    count(at + "/items", forEach.items().size(), ForEach.MOST_ELEMENTS, "elements");
    ForEach.Tolerate tolerate = forEach.tolerate();
    if (tolerate.failures() < 0 || tolerate.failures() > ForEach.MOST_ELEMENTS) {
      add(at + "/tolerate/failures", "INVALID_VALUE", "Give a number from 0 to 10000.");
    }
    if (!(tolerate.share() >= 0.0 && tolerate.share() <= 1.0)) {
      add(at + "/tolerate/share", "INVALID_VALUE", "A share is 0.0 to 1.0.");
    }
  }

  private void limit(String at, Optional<Integer> limit, int highest) {
    if (limit.isPresent() && (limit.get() < 1 || limit.get() > highest)) {
      add(at, "INVALID_VALUE", "A limit is 1 to " + highest + ".");
    }
  }

  private void retry(String at, Policy.Retry retry) {
    double lastDelay =
        retry.delay().toSeconds() * Math.pow(retry.backoff(), Math.max(0, retry.attempts() - 1));
    if (!(lastDelay <= LONGEST.toSeconds())) {
      add(
          at,
          "INVALID_VALUE",
          "The last delay would be longer than 366 days; lower delay or backoff.");
    }
  }

  private void id(String at, String id) {
    if (!WORD.matcher(id).matches()) {
      add(at, "INVALID_ID", "An id begins with a letter and has up to 64 letters, digits, _.");
    } else if (!ids.add(id)) {
      add(at, "DUPLICATE_ID", "Another step or node of this process has the id '" + id + "' too.");
    }
  }

  private void key(String at, String key) {
    if (!WORD.matcher(key).matches()) {
      add(at, "INVALID_KEY", "A KEY begins with a letter and has up to 64 letters, digits, _.");
    } else if (RESERVED_KEYS.contains(key)) {
      add(at, "RESERVED_KEY", "business, task and node are reserved; choose another KEY.");
    } else if (!keys.add(key)) {
      add(at, "DUPLICATE_KEY", "Another variable or output of this process has this KEY too.");
    }
  }

  private void time(String at, Optional<Duration> time) {
    if (time.isPresent()
        && (time.get().isNegative() || time.get().isZero() || time.get().compareTo(LONGEST) > 0)) {
      add(at, "INVALID_VALUE", "A timeout is longer than nothing and at most 366 days (P366D).");
    }
  }

  private void count(String at, long count, int most, String what) {
    if (count > most) {
      add(
          at,
          "TOO_MANY",
          "At most " + most + " " + what + " are allowed; these are " + count + ".");
    }
  }

  private void text(String at, TextLimit limit, String text) {
    faults.addAll(limit.check(at, text));
  }

  private void add(String at, String code, String message) {
    faults.add(new Fault(at, code, message));
  }
}
