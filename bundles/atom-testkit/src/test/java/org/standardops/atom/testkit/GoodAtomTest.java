package org.standardops.atom.testkit;

import java.util.Map;
import org.standardops.atom.Atom;
import org.standardops.atom.Call;
import org.standardops.atom.Outcome;
import org.standardops.atom.Search;

/** An atom that keeps the contract passes all of it. */
final class GoodAtomTest extends AtomContract {

  @Override
  protected Atom atom() {
    return new GoodAtom();
  }

  @Override
  protected String code() {
    return "good";
  }

  private static final class GoodAtom implements Atom {
    @Override
    public Outcome start(Call call) {
      return new Outcome.Succeeded(Map.of());
    }

    @Override
    public Search find(Call call) {
      return new Search.NotFound();
    }
  }
}
