/** Makes atoms of the operations that a document of an outside API describes. */
package org.standardops.components.internal;
