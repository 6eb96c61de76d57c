/** The web server's own refusals, made before or beside any servlet, as problem documents. */
package org.standardops.web.errors;
