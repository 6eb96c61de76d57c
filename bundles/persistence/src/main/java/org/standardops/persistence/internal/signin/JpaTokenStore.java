package org.standardops.persistence.internal.signin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.standardops.persistence.internal.database.Micros;
import org.standardops.persistence.internal.database.Tx;
import org.standardops.services.port.Token;
import org.standardops.services.port.TokenStore;

@Component
public final class JpaTokenStore implements TokenStore {

  private final Tx tx;

  @Activate
  public JpaTokenStore(@Reference Tx tx) {
    this.tx = tx;
  }

  @Override
  public void create(Token token) {
    tx.in(
        em -> {
          em.persist(new TokenRow(token));
          return true;
        });
  }

  @Override
  public Optional<Token> find(String secretHash) {
    return tx
        .in(
            em ->
                em.createQuery(
                        "select t from TokenRow t where t.secretHash = :hash", TokenRow.class)
                    .setParameter("hash", secretHash)
                    .getResultList())
        .stream()
        .findFirst()
        .map(TokenRow::toToken);
  }

  @Override
  public List<Token> of(String account) {
    return tx
        .in(
            em ->
                em.createQuery(
                        "select t from TokenRow t where t.account = :account"
                            + " order by t.createdAt desc, t.id desc",
                        TokenRow.class)
                    .setParameter("account", account)
                    .getResultList())
        .stream()
        .map(TokenRow::toToken)
        .toList();
  }

  @Override
  public void used(String id, Instant at) {
    tx.in(
        em ->
            em.createQuery("update TokenRow t set t.usedAt = :at where t.id = :id")
                .setParameter("at", Micros.of(at))
                .setParameter("id", id)
                .executeUpdate());
  }

  @Override
  public boolean delete(String account, String id) {
    return tx.in(
        em ->
            em.createQuery("delete from TokenRow t where t.account = :account and t.id = :id")
                    .setParameter("account", account)
                    .setParameter("id", id)
                    .executeUpdate()
                > 0);
  }
}
