package org.standardops.atom;

import java.time.InstantSource;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * All that an atom gets to look choices up, while a person fills in a form. Valid on the calling
 * thread until the method returns.
 */
@ProviderType
public interface OptionsCall {

  /** Choices that a form shows at once; what an atom gives beyond is cut. */
  int MOST = 100;

  /**
   * The parameter to choose for: its name in the schema, where {@code "x-options": true} marks it.
   * A part of a parameter is named by the names that lead to it, joined by {@code /}; positions in
   * lists are left out: {@code region}, {@code targets/host}.
   */
  String field();

  /**
   * What is in the form so far: not checked, {@code ${KEY}} not replaced, perhaps empty. Secrets
   * are not opened.
   */
  Parameters parameters();

  /** What the person typed, to be found in labels; empty: the first choices. */
  String query();

  Business business();

  /** As {@link Call#connection}. */
  Map<String, String> connection(String system);

  /** As {@link Call#http}; only for requests that change nothing. */
  Http http();

  InstantSource clock();

  /** True once nobody waits for the choices any more: return soon. */
  boolean cancelled();
}
