package org.standardops.services.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.standardops.model.ErrorCode;
import org.standardops.model.Fault;
import org.standardops.model.ProductException;
import org.standardops.model.TextLimit;
import org.standardops.services.Caller;
import org.standardops.services.SignIn;
import org.standardops.services.TokenService;
import org.standardops.services.port.BusinessStore;
import org.standardops.services.port.OpaqueSecret;
import org.standardops.services.port.Token;
import org.standardops.services.port.TokenScope;
import org.standardops.services.port.TokenStore;
import org.standardops.services.rights.Operation;
import org.standardops.services.rights.Permissions;

/** API tokens. */
@Component
public final class TokenUseCases implements TokenService {

  /** So that scanners for leaked secrets can tell ours. */
  private static final String MARK = "sops_";

  private static final int SHOWN = MARK.length() + 6;

  private final TokenStore tokens;
  private final Permissions permissions;
  private final InstantSource clock;

  @Activate
  public TokenUseCases(@Reference TokenStore tokens, @Reference BusinessStore businesses) {
    this(tokens, businesses, InstantSource.system());
  }

  TokenUseCases(TokenStore tokens, BusinessStore businesses, InstantSource clock) {
    this.tokens = tokens;
    this.permissions = new Permissions(businesses);
    this.clock = clock;
  }

  @Override
  public List<Token> list(Caller caller) {
    permissions.require(caller, Operation.LIST_OWN_TOKENS);
    return tokens.of(caller.name());
  }

  @Override
  public NewToken create(
      Caller caller, String name, Optional<Instant> expiresAt, Set<TokenScope> scopes) {
    permissions.require(caller, Operation.CREATE_OWN_TOKEN);
    if (caller.signIn() == SignIn.TOKEN) {
      throw new ProductException(
          ErrorCode.FORBIDDEN, "A token makes no tokens; sign in with your password for that.");
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    List<Fault> faults = faults(caller, name, expiresAt, scopes, now);
    if (!faults.isEmpty()) {
      throw ProductException.invalid(faults);
    }
    if (tokens.of(caller.name()).size() >= MOST_TOKENS) {
      throw new ProductException(
          ErrorCode.STATE_FORBIDS,
          "You have " + MOST_TOKENS + " tokens, which is the most; delete one first.");
    }
    OpaqueSecret secret = OpaqueSecret.random(MARK);
    Token token =
        new Token(
            UUID.randomUUID().toString(),
            secret.hash(),
            caller.name(),
            name,
            secret.text().substring(0, SHOWN),
            scopes,
            now,
            expiresAt.map(at -> at.truncatedTo(ChronoUnit.MICROS)),
            Optional.empty());
    tokens.create(token);
    return new NewToken(token, secret);
  }

  private static List<Fault> faults(
      Caller caller,
      String name,
      Optional<Instant> expiresAt,
      Set<TokenScope> scopes,
      Instant now) {
    List<Fault> faults = new ArrayList<>(TextLimit.name(128).check("/name", name));
    if (expiresAt.isPresent() && !expiresAt.get().isAfter(now)) {
      faults.add(new Fault("/expiresAt", "OUT_OF_RANGE", "This is over already."));
    }
    if (scopes.isEmpty()) {
      faults.add(new Fault("/scopes", "MISSING", "Name at least one scope."));
    }
    if (scopes.contains(TokenScope.ADMIN) && !caller.platformAdmin()) {
      faults.add(new Fault("/scopes", "INVALID_VALUE", "ADMIN is for platform admins."));
    }
    return faults;
  }

  @Override
  public void delete(Caller caller, String id) {
    permissions.require(caller, Operation.DELETE_OWN_TOKEN);
    if (!tokens.delete(caller.name(), id)) {
      throw ProductException.notFound("The token " + id);
    }
  }
}
