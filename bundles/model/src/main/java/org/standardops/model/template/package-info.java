/** The notation ${KEY}: finding references in parameters and putting values in their place. */
@Export
@Version("0.1.0")
package org.standardops.model.template;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
