/** What the local configuration platform needs: a place to keep its records. */
@Export
@Version("0.1.0")
package org.standardops.platform.local.port;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
