/** What the engine needs from the world, named by what it needs it for. */
@Export
@Version("0.1.0")
package org.standardops.engine.port;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
