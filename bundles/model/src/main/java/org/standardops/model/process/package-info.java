/** The process: what tasks are made from. */
@Export
@Version("0.1.0")
package org.standardops.model.process;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
