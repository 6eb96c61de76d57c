package org.standardops.rest.atom;

import java.util.Map;
import org.standardops.engine.port.AtomDescription;
import org.standardops.engine.port.BundleState;
import org.standardops.model.process.TimingType;
import org.standardops.rest.http.Language;
import org.standardops.services.AtomService.LibraryAtom;

/** One version of an atom, in the reader's language. */
public record AtomView(
    String code,
    String version,
    String name,
    String group,
    String description,
    String icon,
    TimingType timing,
    BundleState state,
    Map<String, Object> inputs,
    Map<String, Object> outputs,
    String recovery,
    String bundle) {

  static AtomView of(LibraryAtom listed, Language language) {
    AtomDescription atom = listed.description();
    return new AtomView(
        atom.atom().code(),
        atom.atom().version(),
        text(atom.name(), language),
        text(atom.group(), language),
        text(atom.description(), language),
        atom.icon(),
        atom.timing(),
        listed.state(),
        SchemaTexts.in(language, atom.parameters()),
        SchemaTexts.in(language, atom.outputs()),
        atom.recovery().name(),
        atom.bundle());
  }

  static String text(Map<String, String> byLanguage, Language language) {
    return byLanguage.getOrDefault(language.tag(), byLanguage.getOrDefault(Language.EN.tag(), ""));
  }
}
