/** From a process and what was entered to a task's plan. Pure. */
package org.standardops.services.plan;
