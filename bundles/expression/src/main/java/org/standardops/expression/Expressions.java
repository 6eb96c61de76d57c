package org.standardops.expression;

import com.google.protobuf.NullValue;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.standardops.model.Fault;
import org.standardops.model.template.Templates;

/**
 * Conditions in the Common Expression Language, such as {@code urls.size() > 3 &&
 * node.push.failed.size() == 0}. An expression reaches nothing but the values that it is given; its
 * length, its depth and its loops are bounded, and its patterns are matched in linear time.
 * Thread-safe.
 */
public final class Expressions {

  /** The longest expression, in characters. */
  public static final int LONGEST = 2_000;

  private static final int DEEPEST = 32;
  private static final int MOST_ITERATIONS = 20_000;
  private static final int MOST_PROGRAMS = 1_000;
  private static final Set<String> ROOTS = Set.of("business", "task", "node");
  private static final CelOptions OPTIONS =
      CelOptions.current()
          .maxExpressionCodePointSize(LONGEST)
          .maxParseRecursionDepth(DEEPEST)
          .comprehensionMaxIterations(MOST_ITERATIONS)
          .enableHeterogeneousNumericComparisons(true)
          .build();

  private final CelRuntime runtime =
      CelRuntimeFactory.standardCelRuntimeBuilder().setOptions(OPTIONS).build();
  private final Map<String, CelRuntime.Program> programs =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CelRuntime.Program> eldest) {
          return size() > MOST_PROGRAMS;
        }
      };

  /**
   * What an expression came to.
   *
   * @param fault why it has no value; empty: it has one
   */
  public record Outcome(boolean met, Optional<String> fault) {}

  /**
   * The value of a condition.
   *
   * @param values of {@code KEY}, {@code business.KEY}, {@code task.FIELD}, and {@code node.ID},
   *     which gives all outputs; a JSON null is {@link Templates#NULL}
   */
  public Outcome evaluate(String expression, Function<String, Optional<Object>> values) {
    try {
      Object value = program(expression).eval(named(expression, values));
      return value instanceof Boolean met
          ? new Outcome(met, Optional.empty())
          : fault("'" + expression + "' is neither true nor false.");
    } catch (CelValidationException | CelEvaluationException e) {
      return fault("'" + expression + "' has no value: " + firstLine(e.getMessage()));
    }
  }

  private static Outcome fault(String reason) {
    return new Outcome(false, Optional.of(reason));
  }

  private CelRuntime.Program program(String expression)
      throws CelValidationException, CelEvaluationException {
    synchronized (programs) {
      CelRuntime.Program known = programs.get(expression);
      if (known != null) {
        return known;
      }
    }
    CelAbstractSyntaxTree tree = compiled(expression, Map.of()).getAst();
    CelRuntime.Program program = runtime.createProgram(tree);
    synchronized (programs) {
      programs.put(expression, program);
    }
    return program;
  }

  /** All that is named, as maps and lists that CEL knows how to read. */
  private static Map<String, Object> named(
      String expression, Function<String, Optional<Object>> values) {
    Map<String, Object> named = new HashMap<>();
    for (String path : Names.paths(expression)) {
      String[] names = path.split("\\.", 3);
      if (!ROOTS.contains(names[0])) {
        values.apply(names[0]).ifPresent(value -> named.put(names[0], value(value)));
      } else if (names.length > 1) {
        values
            .apply(names[0] + "." + names[1])
            .ifPresent(value -> within(named, names[0]).put(names[1], value(value)));
      }
    }
    ROOTS.forEach(root -> within(named, root));
    return named;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> within(Map<String, Object> named, String root) {
    return (Map<String, Object>) named.computeIfAbsent(root, name -> new HashMap<>());
  }

  private static Object value(Object json) {
    if (json == null || json == Templates.NULL) {
      return NullValue.NULL_VALUE;
    } else if (json instanceof Map<?, ?> map) {
      Map<String, Object> values = new LinkedHashMap<>();
      map.forEach((key, value) -> values.put((String) key, value(value)));
      return values;
    } else if (json instanceof List<?> list) {
      List<Object> values = new ArrayList<>(list.size());
      list.forEach(value -> values.add(value(value)));
      return values;
    } else if (json instanceof Integer
        || json instanceof Short
        || json instanceof BigInteger big && big.bitLength() < 64) {
      return ((Number) json).longValue();
    } else if (json instanceof Float || json instanceof BigDecimal || json instanceof BigInteger) {
      return ((Number) json).doubleValue();
    }
    return json;
  }

  /**
   * Every fault of a condition: what is no expression ({@code BROKEN_EXPRESSION}), names nothing
   * ({@code UNKNOWN_VARIABLE}), mixes types ({@code WRONG_TYPE}), or is neither true nor false
   * ({@code NOT_A_CONDITION}).
   *
   * @param schemas JSON Schema of each variable, by KEY
   */
  public List<Fault> check(
      String pointer, String expression, Map<String, Map<String, Object>> schemas) {
    if (expression.length() > LONGEST) {
      return List.of(
          new Fault(pointer, "TOO_LONG", "A condition has at most " + LONGEST + " characters."));
    }
    Map<String, CelType> types = new HashMap<>();
    schemas.forEach((key, schema) -> types.put(key, type(schema)));
    ROOTS.forEach(root -> types.put(root, MapType.create(SimpleType.STRING, SimpleType.DYN)));
    CelValidationResult result = compiled(expression, types);
    if (result.hasError()) {
      return result.getErrors().stream()
          .filter(issue -> issue.getSeverity() == CelIssue.Severity.ERROR)
          .map(issue -> new Fault(pointer, code(issue.getMessage()), message(issue)))
          .distinct()
          .toList();
    }
    try {
      CelType type = result.getAst().getResultType();
      return type.equals(SimpleType.BOOL) || type.equals(SimpleType.DYN)
          ? List.of()
          : List.of(
              new Fault(
                  pointer,
                  "NOT_A_CONDITION",
                  "A condition is true or false; this one is " + type.name() + "."));
    } catch (CelValidationException e) {
      throw new IllegalStateException("It was valid a moment ago.", e);
    }
  }

  private static String code(String message) {
    if (message.startsWith("undeclared reference")) {
      return "UNKNOWN_VARIABLE";
    }
    return message.startsWith("found no matching overload") ? "WRONG_TYPE" : "BROKEN_EXPRESSION";
  }

  private static String message(CelIssue issue) {
    return "At character "
        + (issue.getSourceLocation().getColumn() + 1)
        + ": "
        + firstLine(issue.getMessage());
  }

  private static String firstLine(String message) {
    String first = String.valueOf(message).lines().findFirst().orElse("");
    return first.length() <= 300 ? first : first.substring(0, 300) + "…";
  }

  /** Names without a known type may be anything: what they are is seen when it is evaluated. */
  private static CelValidationResult compiled(String expression, Map<String, CelType> types) {
    CelCompilerBuilder compiler =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS);
    if (types.isEmpty()) {
      Names.paths(expression).stream()
          .map(path -> path.split("\\.", 2)[0])
          .distinct()
          .forEach(name -> compiler.addVar(name, SimpleType.DYN));
    } else {
      types.forEach(compiler::addVar);
    }
    return compiler.build().compile(expression);
  }

  private static CelType type(Map<String, Object> schema) {
    return switch (String.valueOf(schema.get("type"))) {
      case "string" -> SimpleType.STRING;
      case "boolean" -> SimpleType.BOOL;
      case "integer" -> SimpleType.INT;
      case "array" -> ListType.create(items(schema));
      case "object" -> MapType.create(SimpleType.STRING, SimpleType.DYN);
      default -> SimpleType.DYN; // a number may be whole or not
    };
  }

  @SuppressWarnings("unchecked")
  private static CelType items(Map<String, Object> schema) {
    return schema.get("items") instanceof Map<?, ?> items
        ? type((Map<String, Object>) items)
        : SimpleType.DYN;
  }

  /** What an expression names: {@code KEY}, {@code node.ID.OUTPUT}, {@code business.KEY} … */
  public static Set<String> references(String expression) {
    return Names.paths(expression);
  }

  /** The expression with another KEY for a variable. */
  public static String renamed(String expression, String key, String newKey) {
    return Names.renamed(expression, key, newKey);
  }
}
