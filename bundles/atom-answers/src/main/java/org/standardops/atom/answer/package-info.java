/**
 * What atoms do alike with answers in JSON: objects that may lack anything, values taken out,
 * conditions that are waited for.
 */
package org.standardops.atom.answer;
