/** Who may do what: the one table of operations, and the check of a caller against it. */
package org.standardops.services.rights;
