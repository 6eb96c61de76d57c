package org.standardops.atom.host.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.Version;
import org.standardops.atom.Atom;
import org.standardops.engine.port.AtomCatalog;
import org.standardops.model.ErrorCode;
import org.standardops.model.Fault;
import org.standardops.model.JsonValues;
import org.standardops.model.ProductException;

/**
 * Looks at the bytes of an atom bundle before any of its code runs. Pointers of faults name the
 * file in the jar and the place in that, such as {@code /atoms~1timer.json/timing}.
 */
final class AtomJarCheck {

  static final int MAX_BYTES = 64 * 1024 * 1024;

  private final Version contract;
  private final AtomCatalog catalog;

  /**
   * @param contract version of {@code org.standardops.atom} that the server has
   * @param catalog tells which atoms belong to other bundles
   */
  AtomJarCheck(Version contract, AtomCatalog catalog) {
    this.contract = contract;
    this.catalog = catalog;
  }

  /**
   * @throws ProductException TOO_LARGE, or INVALID with every reason against it
   */
  AtomJar check(byte[] jar) {
    if (jar.length > MAX_BYTES) {
      throw new ProductException(
          ErrorCode.TOO_LARGE, "A bundle must not be larger than " + MAX_BYTES + " bytes.");
    }
    JarFiles files = JarFiles.of(jar);
    List<Fault> faults = new ArrayList<>(files.faults());
    byte[] manifest = files.kept().get(JarFiles.MANIFEST);
    if (manifest == null) {
      faults.add(new Fault("", "INVALID_JAR", "There is no " + JarFiles.MANIFEST + " in it."));
      throw ProductException.invalid(faults);
    }
    ManifestCheck headers = new ManifestCheck(manifest, contract);
    Optional<String> name = headers.symbolicName();
    Optional<Version> version = headers.version();
    faults.addAll(headers.faults());
    List<String> codes = codes(files.kept(), name, faults);
    if (!faults.isEmpty()) {
      throw ProductException.invalid(faults);
    }
    return new AtomJar(name.orElseThrow(), version.orElseThrow(), codes, AtomJar.sha256(jar));
  }

  private List<String> codes(
      Map<String, byte[]> kept, Optional<String> bundle, List<Fault> faults) {
    List<String> codes = new ArrayList<>();
    kept.forEach(
        (file, content) -> {
          if (!file.equals(JarFiles.MANIFEST)) {
            String code = code(file);
            codes.add(code);
            List<Fault> found = new ArrayList<>(describe(code, content));
            bundle.flatMap(own -> taken(code, own)).ifPresent(found::add);
            found.forEach(fault -> faults.add(fault.under("/" + JsonValues.token(file))));
          }
        });
    if (codes.isEmpty()) {
      faults.add(
          new Fault(
              "",
              "NO_ATOM",
              "There is no atom in it: describe each in the file "
                  + Atom.DESCRIPTION_FOLDER
                  + "/<code>.json."));
    }
    return List.copyOf(codes);
  }

  private static String code(String file) {
    return file.substring(Atom.DESCRIPTION_FOLDER.length() + 1, file.length() - ".json".length());
  }

  private static List<Fault> describe(String code, byte[] content) {
    try {
      Description.read(code, content);
      return List.of();
    } catch (ProductException e) {
      return e.faults();
    }
  }

  private Optional<Fault> taken(String code, String bundle) {
    return catalog.all().stream()
        .map(AtomCatalog.InstalledAtom::description)
        .filter(atom -> atom.atom().code().equals(code))
        .filter(atom -> !atom.bundle().startsWith(bundle + " "))
        .findFirst()
        .map(
            other ->
                new Fault(
                    "/code",
                    "CODE_TAKEN",
                    "The atom '"
                        + code
                        + "' belongs to the bundle "
                        + other.bundle()
                        + ": give yours another code."));
  }
}
