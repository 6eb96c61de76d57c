/** Values of secret variables: kept sealed, with a text that stands for them in their place. */
package org.standardops.services.secret;
