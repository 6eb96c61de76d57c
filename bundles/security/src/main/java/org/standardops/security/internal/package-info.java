/** Passwords, and who is calling. */
package org.standardops.security.internal;
