package org.standardops.atom;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes one parameter of an atom whose parameters are a record, see {@link Parameters#as}. The
 * kit for authors makes the JSON Schema of the description file from it. A limit that is left out
 * does not hold.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Param {

  /** What the form calls it, in English. */
  String title();

  /** The same in Chinese. */
  String titleZh();

  /** A sentence of help below the field, in English. */
  String help() default "";

  /** The same in Chinese. */
  String helpZh() default "";

  /** Values to show as examples, as texts: {@code 20}, {@code PT5M}, {@code true}. */
  String[] examples() default {};

  /** The value where none is given, as a text; empty: there is none. */
  String otherwise() default "";

  /** Of a number, smallest and largest. */
  long min() default Long.MIN_VALUE;

  long max() default Long.MAX_VALUE;

  /** Of a text in characters, of a list in elements, of a map in entries. */
  int minSize() default 0;

  int maxSize() default Integer.MAX_VALUE;

  /** Regular expression that the whole text must match; of each text in a list of texts. */
  String pattern() default "";

  /** JSON Schema's {@code format} of a text, such as {@code uri}. */
  String format() default "";

  /** True where the value is a secret: given by reference, never shown. */
  boolean secret() default false;

  /** True where {@link Atom#options} gives choices for it. */
  boolean options() default false;
}
