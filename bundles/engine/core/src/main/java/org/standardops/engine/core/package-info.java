/**
 * The pure core of the engine: decides and applies, without clock, thread, chance or input and
 * output.
 */
@Export
@Version("0.1.0")
package org.standardops.engine.core;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
