package org.standardops.model.template;

/**
 * A place in parameters where a value is to come.
 *
 * @param pointer JSON pointer of the text that holds it
 * @param path such as {@code urls}, {@code business.region}, {@code node.push.taskIds}; for a broken one, what was written
 * @param whole true where the text is nothing but the reference, so that the value keeps its type
 * @param broken true where {@code ${} opens something that is no reference
 */
public record Reference(String pointer, String path, boolean whole, boolean broken) {}
