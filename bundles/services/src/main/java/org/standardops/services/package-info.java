/**
 * The use cases; every permission check is here, so that REST, console, shell and schedules obey
 * the same ones.
 */
@Export
@Version("0.1.0")
package org.standardops.services;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
