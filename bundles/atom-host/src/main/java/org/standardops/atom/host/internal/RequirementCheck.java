package org.standardops.atom.host.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.Version;
import org.osgi.framework.namespace.ExecutionEnvironmentNamespace;
import org.standardops.model.Fault;

/** What an atom bundle requires: a Java that is here, and the components that make atoms. */
final class RequirementCheck {

  private static final String JAVA = ExecutionEnvironmentNamespace.EXECUTION_ENVIRONMENT_NAMESPACE;
  private static final Set<String> NAMESPACES = Set.of(JAVA, "osgi.extender");
  private static final Pattern OLD_STYLE =
      Pattern.compile("(?:JavaSE|J2SE)-(\\d{1,4}(?:\\.\\d{1,4})?).*");

  private final Capabilities there;

  RequirementCheck(Capabilities there) {
    this.there = there;
  }

  /** Why a clause of {@code Require-Capability} is refused; pointers are the caller's. */
  List<Fault> clause(Header clause) {
    return clause.names().stream()
        .flatMap(namespace -> fault(namespace, clause.parameters()).stream())
        .toList();
  }

  private Optional<Fault> fault(String namespace, Map<String, String> parameters) {
    if (!NAMESPACES.contains(namespace)) {
      return Optional.of(
          new Fault(
              "",
              "FORBIDDEN_HEADER",
              "It requires a capability of " + namespace + ", which ties it to other bundles."));
    }
    String filter = parameters.get("filter:");
    if (filter == null || "optional".equals(parameters.get("resolution:"))) {
      return Optional.empty();
    }
    try {
      Filter wanted = FrameworkUtil.createFilter(filter);
      return isThere(namespace, wanted::matches)
          ? Optional.empty()
          : Optional.of(missing(namespace, filter));
    } catch (InvalidSyntaxException e) {
      return Optional.of(
          new Fault("", "INVALID_MANIFEST", "'" + filter + "' is no filter of capabilities."));
    }
  }

  private boolean isThere(String namespace, Predicate<Map<String, ?>> wanted) {
    return there.of(namespace).stream().anyMatch(wanted);
  }

  private static Fault missing(String namespace, String wanted) {
    return namespace.equals(JAVA)
        ? wrongJava("It requires " + wanted)
        : new Fault("", "MISSING_CAPABILITY", "No bundle here offers " + wanted + ".");
  }

  /** The header before there was {@code Require-Capability}: one of the names must be here. */
  Optional<Fault> oldStyle(String environments) {
    boolean fits =
        Header.clauses(environments).stream()
            .flatMap(clause -> clause.names().stream())
            .anyMatch(this::isHere);
    return fits ? Optional.empty() : Optional.of(wrongJava("It requires one of " + environments));
  }

  private boolean isHere(String environment) {
    Matcher java = OLD_STYLE.matcher(environment);
    return !java.matches()
        || new Version(java.group(1)).compareTo(new Version(Runtime.version().feature(), 0, 0))
            <= 0;
  }

  /**
   * @param what begins the sentence
   */
  static Fault wrongJava(String what) {
    int here = Runtime.version().feature();
    return new Fault(
        "",
        "WRONG_JAVA",
        what
            + ", and the server runs on Java "
            + here
            + ": build it for Java "
            + here
            + " (javac --release "
            + here
            + ").");
  }
}
