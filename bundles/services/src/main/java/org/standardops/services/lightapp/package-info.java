/** Light apps as pure functions: what is frozen of a task, what is asked, what is shown. */
package org.standardops.services.lightapp;
