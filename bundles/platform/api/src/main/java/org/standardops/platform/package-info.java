/**
 * The configuration platform: which people, businesses and hosts there are, and how they belong
 * together. One bundle implements it, over its own records or over another system.
 */
@Export
@Version("0.1.0")
package org.standardops.platform;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
