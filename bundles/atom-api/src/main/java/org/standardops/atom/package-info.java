/**
 * What an atom bundle compiles against. An atom is a DS component that implements {@link Atom}; its
 * bundle describes it in {@code atoms/<code>.json} (see {@link Atom#DESCRIPTION_FOLDER}). JSON
 * values are plain Java everywhere: {@code Map<String, Object>}, {@code List<Object>}, {@code
 * String}, {@code Number}, {@code Boolean}, and {@code null} for a JSON null inside a map or list.
 */
@Export
@Version("1.0.0")
package org.standardops.atom;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
