package org.standardops.services.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.standardops.model.Fault;

/**
 * Makes components of documents, and atoms of their operations, in the running server. Thread-safe.
 */
public interface ComponentLibrary {

  /**
   * Checks, stores and offers a version of a component. What is there already, made of the same, is
   * answered as it is.
   *
   * @throws org.standardops.model.ProductException INVALID with every reason against it, pointers
   *     into the source; ALREADY_EXISTS where the version is there, made of something else;
   *     UNAVAILABLE until {@link #loaded}
   */
  Component add(Source source, String by);

  /** Every version of every component, by name and version. */
  List<Component> list();

  /** Takes a version away; its nodes wait until it is back. False where it is not there. */
  boolean remove(String name, String version);

  /** True once every component that is stored is offered. */
  boolean loaded();

  /**
   * What a component is made from.
   *
   * @param name {@code [a-z][a-z0-9]{0,31}}
   * @param version of three numbers; empty: as the document says
   * @param document an OpenAPI 3 document or a resource list of the BlueKing API gateway: an
   *     object, or its text in YAML or JSON
   * @param server URL of the API; empty: as the document says
   * @param operations ids of those to take; empty: all that can be
   */
  record Source(
      String name,
      Optional<String> version,
      Object document,
      Optional<String> server,
      Optional<List<String>> operations) {}

  /**
   * A version of a component.
   *
   * @param kind {@code OPENAPI} or {@code BLUEKING}
   * @param sha256 of what it was made from, in hex
   * @param skipped operations that could not be taken, and why
   */
  record Component(
      String name,
      String version,
      String title,
      String kind,
      String server,
      String sha256,
      List<Operation> operations,
      List<Fault> skipped,
      String addedBy,
      Instant addedAt) {}

  /**
   * An operation of a component.
   *
   * @param atom code of the atom that calls it
   */
  record Operation(String id, String atom, String method, String path, String recovery) {}
}
