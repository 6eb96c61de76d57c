/** The use cases as components. */
package org.standardops.services.internal;
