/** Who is calling. */
@Export
@Version("0.1.0")
package org.standardops.security;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
