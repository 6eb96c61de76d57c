/**
 * Runs an atom in a plain JUnit test, without the server: {@link
 * org.standardops.atom.testkit.TestCall} stands in for the server's side of one call, {@link
 * org.standardops.atom.testkit.AtomRun} calls the atom as the engine would, over lost answers too,
 * and {@link org.standardops.atom.testkit.AtomContract} holds an atom and its description to the
 * contract.
 */
@Export
@Version("1.1.0")
package org.standardops.atom.testkit;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
