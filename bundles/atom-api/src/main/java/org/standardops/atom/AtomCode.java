package org.standardops.atom;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/** Names the atom of a DS component: sets the service property {@link Atom#CODE}. */
@ComponentPropertyType
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface AtomCode {

  /** The code, {@code [a-z][a-z0-9-]{0,63}}. */
  String value();
}
