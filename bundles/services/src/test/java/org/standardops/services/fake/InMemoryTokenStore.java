package org.standardops.services.fake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.standardops.services.port.Token;
import org.standardops.services.port.TokenStore;

/** Tokens in memory. */
public final class InMemoryTokenStore implements TokenStore {

  private final List<Token> tokens = new ArrayList<>();

  @Override
  public void create(Token token) {
    tokens.add(token);
  }

  @Override
  public Optional<Token> find(String secretHash) {
    return tokens.stream().filter(token -> token.secretHash().equals(secretHash)).findFirst();
  }

  @Override
  public List<Token> of(String account) {
    List<Token> of =
        new ArrayList<>(tokens.stream().filter(token -> token.account().equals(account)).toList());
    Collections.reverse(of);
    return of;
  }

  @Override
  public void used(String id, Instant at) {
    tokens.replaceAll(
        token ->
            token.id().equals(id)
                ? new Token(
                    token.id(),
                    token.secretHash(),
                    token.account(),
                    token.name(),
                    token.prefix(),
                    token.scopes(),
                    token.createdAt(),
                    token.expiresAt(),
                    Optional.of(at))
                : token);
  }

  @Override
  public boolean delete(String account, String id) {
    return tokens.removeIf(token -> token.account().equals(account) && token.id().equals(id));
  }
}
