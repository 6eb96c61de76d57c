package org.standardops.security.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Argon2PasswordHashingTest {

  private final Argon2PasswordHashing hashing = new Argon2PasswordHashing();

  @Test
  void knowsTheRightPasswordFromAWrongOne() {
    String hash = hashing.hash("correct horse 电池".toCharArray());

    assertThat(hashing.matches("correct horse 电池".toCharArray(), hash)).isTrue();
    assertThat(hashing.matches("correct horse".toCharArray(), hash)).isFalse();
    assertThat(hashing.matches(new char[0], hash)).isFalse();
  }

  @Test
  void saltsEachHash() {
    assertThat(hashing.hash("same".toCharArray())).isNotEqualTo(hashing.hash("same".toCharArray()));
  }

  @Test
  void writesAlgorithmAndCostIntoTheHash() {
    assertThat(hashing.hash("x".toCharArray())).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
  }

  @Test
  void checksHashesOfAnotherCost() {
    // Of the password "password", by the reference implementation with m=65536, t=2, p=1.
    String hash =
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

    assertThat(hashing.matches("password".toCharArray(), hash)).isTrue();
  }
}
