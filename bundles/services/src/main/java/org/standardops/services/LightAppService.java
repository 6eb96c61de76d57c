package org.standardops.services;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.standardops.model.BusinessId;
import org.standardops.model.LightAppId;
import org.standardops.model.Page;
import org.standardops.model.TaskId;
import org.standardops.services.port.LightApp;

/**
 * Light apps: made from succeeded tasks, changed, given to people. Rights and refusals as in {@link
 * TaskService}. Thread-safe.
 */
public interface LightAppService {

  /**
   * Freezes a task that has SUCCEEDED.
   *
   * @param form without contacts: its maker is the one
   * @param id reserved for it by an Idempotency-Key; empty: a new one
   * @throws org.standardops.model.ProductException STATE_FORBIDS, or INVALID with every fault
   */
  LightAppView create(Caller caller, TaskId task, LightApp.Form form, Optional<LightAppId> id);

  /** The whole for a business admin, the form to fill in for those who may run it. */
  LightAppView get(Caller caller, LightAppId app);

  Page<LightApp> list(Caller caller, BusinessId business, Page.Request page);

  /**
   * Changes all but what is frozen.
   *
   * @param expectedVersion another one is ETAG_CHANGED
   */
  LightAppView replace(Caller caller, LightAppId app, long expectedVersion, LightApp.Form form);

  /** Says who may run it from now on. */
  LightAppView setPeople(
      Caller caller, LightAppId app, OptionalLong expectedVersion, List<String> people);

  /** Freezes another task of the same process in the place of the first; the rest stays. */
  LightAppView update(Caller caller, LightAppId app, TaskId task);

  /** Its runs stay, as tasks. */
  void delete(Caller caller, LightAppId app, long expectedVersion);
}
