/** What a channel that takes notices to people gives. */
@Export
@Version("0.1.0")
package org.standardops.notify;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
