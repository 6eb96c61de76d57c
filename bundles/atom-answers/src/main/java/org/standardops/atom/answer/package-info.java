/** What atoms do alike with answers in JSON: values taken out, conditions that are waited for. */
package org.standardops.atom.answer;
