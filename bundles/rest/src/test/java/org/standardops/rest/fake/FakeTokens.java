package org.standardops.rest.fake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.standardops.model.ProductException;
import org.standardops.services.Caller;
import org.standardops.services.TokenService;
import org.standardops.services.port.OpaqueSecret;
import org.standardops.services.port.Token;
import org.standardops.services.port.TokenScope;

/** Tokens in memory. */
public final class FakeTokens implements TokenService {

  private final List<Token> tokens = new CopyOnWriteArrayList<>();

  @Override
  public List<Token> list(Caller caller) {
    return tokens.stream().filter(token -> token.account().equals(caller.name())).toList();
  }

  @Override
  public NewToken create(
      Caller caller, String name, Optional<Instant> expiresAt, Set<TokenScope> scopes) {
    Token token =
        new Token(
            "t" + tokens.size(),
            "hash",
            caller.name(),
            name,
            "sops_abc",
            scopes,
            Instant.now(),
            expiresAt,
            Optional.empty());
    tokens.add(token);
    return new NewToken(token, new OpaqueSecret("sops_abcdef"));
  }

  @Override
  public void delete(Caller caller, String id) {
    if (!tokens.removeIf(token -> token.id().equals(id))) {
      throw ProductException.notFound("The token " + id);
    }
  }
}
