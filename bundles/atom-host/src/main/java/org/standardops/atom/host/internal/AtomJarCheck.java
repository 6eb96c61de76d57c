package org.standardops.atom.host.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.Version;
import org.standardops.atom.Atom;
import org.standardops.model.ErrorCode;
import org.standardops.model.Fault;
import org.standardops.model.JsonValues;
import org.standardops.model.ProductException;
import org.standardops.services.port.BroughtAtom;
import org.standardops.services.port.BundleId;

/**
 * Looks at the bytes of an atom bundle before any of its code runs. Pointers of faults name the
 * file in the jar and the place in that, such as {@code /atoms~1timer.json/timing}.
 */
final class AtomJarCheck {

  static final int MAX_BYTES = 64 * 1024 * 1024;

  private final Version contract;
  private final Capabilities there;
  private final TakenCodes taken;

  /**
   * @param contract version of {@code org.standardops.atom} that the server has
   * @param there what the server offers to bundles
   * @param taken tells which atoms belong to other bundles
   */
  AtomJarCheck(Version contract, Capabilities there, TakenCodes taken) {
    this.contract = contract;
    this.there = there;
    this.taken = taken;
  }

  /**
   * @throws ProductException TOO_LARGE, or INVALID with every reason against it
   */
  AtomJar check(Path jar) {
    long size = size(jar);
    JarFiles files = JarFiles.of(jar);
    List<Fault> faults = new ArrayList<>(files.faults());
    files
        .newerClass()
        .ifPresent(
            name ->
                faults.add(
                    RequirementCheck.wrongJava("Its class " + name + " needs a later Java")));
    byte[] manifest = files.kept().get(JarFiles.MANIFEST);
    if (manifest == null) {
      faults.add(new Fault("", "INVALID_JAR", "There is no " + JarFiles.MANIFEST + " in it."));
      throw ProductException.invalid(faults);
    }
    ManifestCheck headers = new ManifestCheck(manifest, contract, there);
    Optional<String> name = headers.symbolicName();
    Optional<Version> version = headers.version();
    faults.addAll(headers.faults());
    List<BroughtAtom> atoms = atoms(files.kept(), name, faults);
    if (!faults.isEmpty()) {
      throw ProductException.invalid(faults);
    }
    BundleId id = new BundleId(name.orElseThrow(), version.orElseThrow().toString());
    return new AtomJar(id, atoms, AtomJar.sha256(jar), size);
  }

  private static long size(Path jar) {
    try {
      long size = Files.size(jar);
      if (size > MAX_BYTES) {
        throw new ProductException(
            ErrorCode.TOO_LARGE, "A bundle must not be larger than " + MAX_BYTES + " bytes.");
      }
      if (size == 0) {
        throw ProductException.invalid(
            List.of(new Fault("", "INVALID_JAR", "This is no jar: it is empty.")));
      }
      return size;
    } catch (IOException e) {
      throw new UncheckedIOException("The file " + jar + " cannot be read.", e);
    }
  }

  private List<BroughtAtom> atoms(
      Map<String, byte[]> kept, Optional<String> bundle, List<Fault> faults) {
    List<BroughtAtom> atoms = new ArrayList<>();
    boolean any = false;
    for (Map.Entry<String, byte[]> file : kept.entrySet()) {
      if (!file.getKey().equals(JarFiles.MANIFEST)) {
        any = true;
        String code = code(file.getKey());
        List<Fault> found = new ArrayList<>();
        describe(code, file.getValue(), found).ifPresent(atoms::add);
        bundle.flatMap(own -> taken(code, own)).ifPresent(found::add);
        String at = "/" + JsonValues.token(file.getKey());
        found.forEach(fault -> faults.add(fault.under(at)));
      }
    }
    if (!any) {
      faults.add(
          new Fault(
              "",
              "NO_ATOM",
              "There is no atom in it: describe each in the file "
                  + Atom.DESCRIPTION_FOLDER
                  + "/<code>.json."));
    }
    return List.copyOf(atoms);
  }

  private static String code(String file) {
    return file.substring(Atom.DESCRIPTION_FOLDER.length() + 1, file.length() - ".json".length());
  }

  private static Optional<BroughtAtom> describe(String code, byte[] content, List<Fault> faults) {
    try {
      Description description = Description.read(code, content);
      faults.addAll(Titles.missing("/parameters", description.parameters()));
      faults.addAll(Titles.missing("/outputs", description.outputs()));
      return Optional.of(new BroughtAtom(code, description.name()));
    } catch (ProductException e) {
      faults.addAll(e.faults());
      return Optional.empty();
    }
  }

  private Optional<Fault> taken(String code, String bundle) {
    return taken
        .holder(code, bundle)
        .map(
            other ->
                new Fault(
                    "/code",
                    "CODE_TAKEN",
                    "The atom '"
                        + code
                        + "' belongs to the bundle "
                        + other
                        + ": give yours another code."));
  }
}
