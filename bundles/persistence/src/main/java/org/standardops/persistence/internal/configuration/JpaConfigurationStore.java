package org.standardops.persistence.internal.configuration;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.standardops.model.BusinessId;
import org.standardops.model.Page;
import org.standardops.persistence.internal.database.Cursors;
import org.standardops.persistence.internal.database.Tx;
import org.standardops.services.port.ConfigurationStore;

@Component
public final class JpaConfigurationStore implements ConfigurationStore {

  private final Tx tx;

  @Activate
  public JpaConfigurationStore(@Reference Tx tx) {
    this.tx = tx;
  }

  @Override
  public Optional<Configuration> find(BusinessId business) {
    return newest(business, Long.MAX_VALUE, 1).stream()
        .findFirst()
        .map(ConfigurationRow::toConfiguration);
  }

  @Override
  public Page<Configuration> history(BusinessId business, Page.Request page) {
    List<ConfigurationRow> rows =
        newest(business, Cursors.position(page).order(), page.limit() + 1);
    return Cursors.page(page, rows, ConfigurationRow::position)
        .map(ConfigurationRow::toConfiguration);
  }

  private List<ConfigurationRow> newest(BusinessId business, long below, int limit) {
    return tx.in(
        em ->
            em.createQuery(
                    "select c from ConfigurationRow c where c.business = :business"
                        + " and c.version < :below order by c.version desc",
                    ConfigurationRow.class)
                .setParameter("business", business.value())
                .setParameter("below", below)
                .setMaxResults(limit)
                .getResultList());
  }

  @Override
  public boolean add(Configuration next) {
    return tx.insert(
        em -> {
          em.persist(new ConfigurationRow(next));
          return true;
        });
  }
}
