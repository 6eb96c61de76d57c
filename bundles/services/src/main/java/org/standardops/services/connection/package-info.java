/** Outside systems that a business may have an access of its own to. */
package org.standardops.services.connection;
