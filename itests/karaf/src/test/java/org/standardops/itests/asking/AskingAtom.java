package org.standardops.itests.asking;

import java.util.List;
import java.util.Map;
import org.standardops.atom.Atom;
import org.standardops.atom.Call;
import org.standardops.atom.Outcome;

/** An atom that asks cat. */
public final class AskingAtom implements Atom {

  @Override
  public Outcome start(Call call) {
    return new Outcome.AwaitPerson(Map.of(), "Go on with the release?", List.of("cat"));
  }
}
