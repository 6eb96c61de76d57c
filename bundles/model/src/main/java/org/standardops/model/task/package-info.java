/** The words for the states of tasks, steps and nodes, and a task's frozen plan. */
@Export
@Version("0.1.0")
package org.standardops.model.task;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
