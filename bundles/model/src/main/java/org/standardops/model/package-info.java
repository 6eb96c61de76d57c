/** Ids, faults and error codes that every part of the product shares. */
@Export
@Version("0.1.0")
package org.standardops.model;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
