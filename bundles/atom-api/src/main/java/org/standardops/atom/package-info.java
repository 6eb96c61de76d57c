/**
 * What an atom bundle compiles against. An atom is a DS component that implements {@link Atom}.
 * JSON values are plain Java everywhere: {@code Map<String, Object>}, {@code List<Object>}, {@code
 * String}, {@code Number}, {@code Boolean}, and {@code null} for a JSON null inside a map or list.
 *
 * <h2>The description file</h2>
 *
 * <p>The bundle holds one UTF-8 file {@code atoms/<code>.json} for each of its atoms (see {@link
 * Atom#DESCRIPTION_FOLDER}):
 *
 * <pre>{@code
 * {
 *   "code": "timer",                                   // the service property atom.code
 *   "name":        {"en": "Timer", "zh-CN": "定时器"},
 *   "description": {"en": "…",     "zh-CN": "…"},
 *   "group":       {"en": "Basic", "zh-CN": "基础"},     // where the atom library lists it
 *   "icon": "timer",
 *   "timing": "IDLE_TIME",                             // TASK_PREPARATION, OPERATION_EXECUTION, DATABASE_CHANGE,
 *                                                      // DATABASE_BACKUP, ONLINE_TEST, IDLE_TIME; a node may say another
 *   "recovery": "RERUN",                               // see Recovery; Atom.recovery may decide by parameters
 *   "polls": "READ",                                   // ACT: a poll may change the outside
 *   "parameters": {JSON Schema},
 *   "outputs":    {JSON Schema}
 * }
 * }</pre>
 *
 * <p>Both schemas are JSON Schema 2020-12 of {@code "type": "object"}. That of the parameters says
 * {@code "additionalProperties": false} and gives at least one complete set of parameters in {@code
 * examples}. Each property has a {@code title}, in English, and may have a {@code description};
 * beside them stand the same texts in Chinese: {@code "x-zh-CN": {"title": "…", "description":
 * "…"}}. Where a value is a secret, {@code "format": "secret"} says so. {@code "x-type"} may name
 * the kind of variable whose field a form is to show, where the schema alone does not tell, such as
 * {@code DURATION} for an ISO-8601 duration.
 *
 * <p>The schema describes values as {@link Call#parameters()} gives them. A process may hold {@code
 * ${KEY}} in their places: the server checks those by itself, and {@link Atom#check} lets them
 * pass.
 */
@Export
@Version("1.1.0")
package org.standardops.atom;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
