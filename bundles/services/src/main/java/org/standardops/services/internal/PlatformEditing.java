package org.standardops.services.internal;

import org.standardops.model.ErrorCode;
import org.standardops.model.ProductException;
import org.standardops.platform.ConfigurationPlatform;
import org.standardops.platform.Person;
import org.standardops.platform.PlatformChanges;

/** Changes of the configuration platform, refused where it is changed elsewhere. */
final class PlatformEditing {

  private final ConfigurationPlatform platform;

  PlatformEditing(ConfigurationPlatform platform) {
    this.platform = platform;
  }

  PlatformChanges required() {
    return platform
        .changes()
        .orElseThrow(
            () ->
                new ProductException(
                    ErrorCode.STATE_FORBIDS,
                    "This comes from the configuration platform of your company; change it there."));
  }

  /** Makes a person of an account that the platform knows nothing of, so that it can be related. */
  void know(String account) {
    if (platform.person(account).isEmpty()) {
      required().save(Person.named(account));
    }
  }
}
