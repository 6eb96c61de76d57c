/** Checks of processes and variables against the atoms that are installed. Pure. */
package org.standardops.services.check;
