/** What changes in a process: found between two, or made in one. Pure. */
package org.standardops.services.change;
