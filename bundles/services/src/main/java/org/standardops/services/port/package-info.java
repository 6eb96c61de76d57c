/** What the use cases need from the world. */
@Export
@Version("0.1.0")
package org.standardops.services.port;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
