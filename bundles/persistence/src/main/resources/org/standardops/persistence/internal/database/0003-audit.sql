-- Secrets of businesses, sealed with a key outside of the database. A name that begins with ~ is the
-- id of a secret that was entered for a variable.
CREATE TABLE secret (
  business VARCHAR(128) NOT NULL,
  secret_name VARCHAR(128) NOT NULL,
  sealed BLOB NOT NULL,
  changed_by VARCHAR(128) NOT NULL,
  changed_at BIGINT NOT NULL,
  PRIMARY KEY (business, secret_name)
);

-- Each state that the configuration of a business was in, variables as JSON; the highest counts.
CREATE TABLE business_configuration (
  business VARCHAR(128) NOT NULL,
  version BIGINT NOT NULL,
  variables BLOB NOT NULL,
  changed_by VARCHAR(128) NOT NULL,
  changed_at BIGINT NOT NULL,
  PRIMARY KEY (business, version)
);

-- Who did or tried what. Rows are only ever added. Without a business, that column is empty.
CREATE TABLE audit (
  id VARCHAR(36) NOT NULL PRIMARY KEY,
  ts BIGINT NOT NULL,
  who VARCHAR(128) NOT NULL,
  as_role VARCHAR(32) NOT NULL,
  address VARCHAR(255) NOT NULL,
  operation VARCHAR(64) NOT NULL,
  resource VARCHAR(512) NOT NULL,
  business VARCHAR(128) NOT NULL,
  outcome VARCHAR(16) NOT NULL,
  state_before BYTES(32672),
  state_after BYTES(32672)
);

CREATE INDEX audit_newest ON audit (ts DESC, id DESC);
CREATE INDEX audit_of_business ON audit (business, ts DESC, id DESC);
CREATE INDEX audit_of_resource ON audit (resource, ts DESC, id DESC);
