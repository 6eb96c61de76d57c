package org.standardops.outbound.internal;

import org.osgi.service.component.annotations.ComponentPropertyType;

/** The file {@code etc/org.standardops.outbound.cfg}. */
@ComponentPropertyType
public @interface OutboundConfiguration {

  /**
   * Host names, addresses and CIDR ranges, separated by commas, that atoms may reach although they
   * are not public.
   */
  String allow() default "";
}
