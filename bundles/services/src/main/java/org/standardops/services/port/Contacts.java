package org.standardops.services.port;

import java.util.Optional;

/** How people are reached. Each call is asked anew, so that a change counts at once. */
public interface Contacts {

  /** Empty where nobody has this name. */
  Optional<Contact> find(String person);

  /** One person's addresses; what is not known is empty. */
  record Contact(String displayName, String email, String phone, String wechat) {}
}
