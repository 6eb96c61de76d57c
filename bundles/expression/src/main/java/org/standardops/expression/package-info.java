/** The language of conditions: small, without access to anything but values, bounded. */
@Export
@Version("0.1.0")
package org.standardops.expression;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
