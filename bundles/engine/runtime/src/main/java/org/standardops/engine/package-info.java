/** The engine as services use it. */
@Export
@Version("0.1.0")
package org.standardops.engine;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
