/** Sending what people are to be told: to whom, in which words, by which channel, and how often. */
package org.standardops.services.notification;
