/** What tasks took: told from what happened to them, and gathered to figures. Pure. */
package org.standardops.services.statistics;
