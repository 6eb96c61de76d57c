package org.standardops.persistence.internal.signin;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.standardops.persistence.internal.database.Micros;
import org.standardops.services.port.Token;
import org.standardops.services.port.TokenScope;

@Entity
@Table(name = "api_token")
public class TokenRow {

  @Id private String id;

  @Column(name = "secret_hash")
  private String secretHash;

  private String account;

  @Column(name = "token_name")
  private String name;

  private String prefix;
  private String scopes;

  @Column(name = "created_at")
  private long createdAt;

  @Column(name = "expires_at")
  private Long expiresAt;

  @Column(name = "used_at")
  private Long usedAt;

  protected TokenRow() {}

  TokenRow(Token token) {
    id = token.id();
    secretHash = token.secretHash();
    account = token.account();
    name = token.name();
    prefix = token.prefix();
    scopes = token.scopes().stream().sorted().map(Enum::name).collect(Collectors.joining(" "));
    createdAt = Micros.of(token.createdAt());
    expiresAt = token.expiresAt().map(Micros::of).orElse(null);
    usedAt = token.usedAt().map(Micros::of).orElse(null);
  }

  Token toToken() {
    return new Token(
        id,
        secretHash,
        account,
        name,
        prefix,
        Arrays.stream(scopes.split(" ")).map(TokenScope::valueOf).collect(Collectors.toSet()),
        Micros.toInstant(createdAt),
        Optional.ofNullable(expiresAt).map(Micros::toInstant),
        Optional.ofNullable(usedAt).map(Micros::toInstant));
  }
}
