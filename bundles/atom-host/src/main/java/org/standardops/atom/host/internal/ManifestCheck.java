package org.standardops.atom.host.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;
import org.standardops.model.Fault;
import org.standardops.model.JsonValues;

/**
 * What the manifest of an atom bundle may say: a name, a version, imports of the atom contract and
 * the JDK. All else could tie it to other bundles, or them to it.
 */
final class ManifestCheck {

  private static final String CONTRACT = "org.standardops.atom";
  private static final String ENVIRONMENT = "Bundle-RequiredExecutionEnvironment";
  private static final Pattern SYMBOLIC_NAME =
      Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");
  private static final List<String> FORBIDDEN =
      List.of(
          Constants.BUNDLE_ACTIVATOR,
          Constants.BUNDLE_NATIVECODE,
          Constants.DYNAMICIMPORT_PACKAGE,
          Constants.EXPORT_PACKAGE,
          Constants.FRAGMENT_HOST,
          Constants.REQUIRE_BUNDLE);
  private static final Set<String> JDK_PACKAGES =
      ModuleLayer.boot().modules().stream()
          .filter(module -> module.getName().matches("(java|jdk)\\..*"))
          .flatMap(module -> module.getDescriptor().exports().stream())
          .filter(export -> !export.isQualified())
          .map(export -> export.source())
          .collect(Collectors.toUnmodifiableSet());

  private final Version contract;
  private final RequirementCheck requirements;
  private final List<Fault> faults = new ArrayList<>();
  private final Attributes headers;

  /**
   * @param contract version of {@code org.standardops.atom} that the server has
   * @param there what the server offers to bundles
   */
  ManifestCheck(byte[] manifest, Version contract, Capabilities there) {
    this.contract = contract;
    this.requirements = new RequirementCheck(there);
    this.headers = parse(manifest);
    if (!"2".equals(headers.getValue(Constants.BUNDLE_MANIFESTVERSION))) {
      fault(Constants.BUNDLE_MANIFESTVERSION, "INVALID_MANIFEST", "It must be 2.");
    }
    checkImports();
    checkRequirements();
    for (String header : FORBIDDEN) {
      if (headers.getValue(header) != null) {
        fault(
            header,
            "FORBIDDEN_HEADER",
            "An atom bundle stands alone: it must not have the header " + header + ".");
      }
    }
  }

  private Attributes parse(byte[] manifest) {
    try {
      return new Manifest(new ByteArrayInputStream(manifest)).getMainAttributes();
    } catch (IOException e) {
      faults.add(
          new Fault(
              "/" + JsonValues.token(JarFiles.MANIFEST),
              "INVALID_MANIFEST",
              "The manifest cannot be read: " + e.getMessage() + "."));
      return new Attributes();
    }
  }

  List<Fault> faults() {
    return List.copyOf(faults);
  }

  /** Empty, and a fault, where there is none. */
  Optional<String> symbolicName() {
    List<Header> clauses = clauses(Constants.BUNDLE_SYMBOLICNAME);
    if (clauses.size() != 1 || clauses.get(0).names().size() != 1) {
      fault(Constants.BUNDLE_SYMBOLICNAME, "INVALID_MANIFEST", "One symbolic name is required.");
      return Optional.empty();
    }
    Header clause = clauses.get(0);
    String name = clause.names().get(0);
    if (!SYMBOLIC_NAME.matcher(name).matches() || name.length() > 200) {
      fault(
          Constants.BUNDLE_SYMBOLICNAME,
          "INVALID_MANIFEST",
          "'" + name + "' is no symbolic name; write one like org.example.atom.name.");
    }
    if ("true".equals(clause.parameters().get(Constants.SINGLETON_DIRECTIVE + ":"))) {
      fault(
          Constants.BUNDLE_SYMBOLICNAME,
          "FORBIDDEN_HEADER",
          "Versions of an atom run side by side: the bundle must not be a singleton.");
    }
    return Optional.of(name);
  }

  /** Empty, and a fault, where there is none. */
  Optional<Version> version() {
    String text = headers.getValue(Constants.BUNDLE_VERSION);
    try {
      Version version = Version.parseVersion(text);
      if (text != null && !version.equals(Version.emptyVersion)) {
        return Optional.of(version);
      }
      fault(Constants.BUNDLE_VERSION, "INVALID_MANIFEST", "A version such as 1.0.0 is required.");
    } catch (IllegalArgumentException e) {
      fault(
          Constants.BUNDLE_VERSION,
          "INVALID_MANIFEST",
          "'" + text + "' is no version; write one like 1.0.0.");
    }
    return Optional.empty();
  }

  private void checkImports() {
    boolean contractImported = false;
    for (Header clause : clauses(Constants.IMPORT_PACKAGE)) {
      for (String name : clause.names()) {
        if (name.equals(CONTRACT)) {
          contractImported = true;
          checkContract(clause.parameters());
        } else if (!name.startsWith("java.") && !JDK_PACKAGES.contains(name)) {
          fault(
              Constants.IMPORT_PACKAGE,
              "FORBIDDEN_IMPORT",
              "It imports " + name + ": put that library into the bundle, or do without it.");
        }
      }
    }
    if (!contractImported) {
      fault(
          Constants.IMPORT_PACKAGE,
          "INVALID_MANIFEST",
          "It does not import " + CONTRACT + ", so it can bring no atom.");
    }
  }

  private void checkContract(Map<String, String> parameters) {
    String range = parameters.getOrDefault(Constants.VERSION_ATTRIBUTE, "0.0.0");
    String wanted =
        "["
            + contract.getMajor()
            + "."
            + contract.getMinor()
            + ","
            + (contract.getMajor() + 1)
            + ")";
    try {
      VersionRange versions = new VersionRange(range);
      if (versions.getRight() == null || !versions.includes(contract)) {
        fault(
            Constants.IMPORT_PACKAGE,
            "FORBIDDEN_IMPORT",
            "It imports "
                + CONTRACT
                + " in versions "
                + range
                + ", and the server has "
                + contract
                + ": import a range like "
                + wanted
                + ".");
      }
    } catch (IllegalArgumentException e) {
      fault(
          Constants.IMPORT_PACKAGE,
          "INVALID_MANIFEST",
          "'" + range + "' is no range of versions; write one like " + wanted + ".");
    }
  }

  private void checkRequirements() {
    for (Header clause : clauses(Constants.REQUIRE_CAPABILITY)) {
      requirements.clause(clause).forEach(fault -> fault(Constants.REQUIRE_CAPABILITY, fault));
    }
    Optional.ofNullable(headers.getValue(ENVIRONMENT))
        .flatMap(requirements::oldStyle)
        .ifPresent(fault -> fault(ENVIRONMENT, fault));
  }

  private List<Header> clauses(String header) {
    String value = headers.getValue(header);
    return value == null ? List.of() : Header.clauses(value);
  }

  private void fault(String header, String code, String message) {
    fault(header, new Fault("", code, message));
  }

  private void fault(String header, Fault fault) {
    faults.add(fault.under("/" + JsonValues.token(JarFiles.MANIFEST) + "/" + header));
  }
}
