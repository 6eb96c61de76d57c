package org.standardops.persistence.internal.database;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** A suite that each database must pass; every test begins with empty tables. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class DatabaseContract {

  protected final TestDatabase on;

  protected DatabaseContract(TestDatabase on) {
    this.on = on;
  }

  @BeforeEach
  void clear() {
    on.clear();
  }

  @AfterAll
  void close() {
    on.close();
  }
}
