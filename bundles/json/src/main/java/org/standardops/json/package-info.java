/** The one mapping between records and JSON, and the check of JSON values against JSON Schema. */
@Export
@Version("0.1.0")
package org.standardops.json;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
