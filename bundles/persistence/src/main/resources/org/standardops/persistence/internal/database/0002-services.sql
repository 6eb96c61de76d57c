CREATE TABLE account (
  account_name VARCHAR(128) NOT NULL PRIMARY KEY,
  display_name VARCHAR(1000) NOT NULL,
  email VARCHAR(1000) NOT NULL,
  phone VARCHAR(1000) NOT NULL,
  wechat VARCHAR(1000) NOT NULL,
  platform_admin SMALLINT NOT NULL,
  password_hash VARCHAR(1000) NOT NULL,
  must_change_password SMALLINT NOT NULL,
  created_at BIGINT NOT NULL,
  version BIGINT NOT NULL
);

CREATE INDEX account_newest ON account (created_at DESC, account_name DESC);

CREATE TABLE business (
  id VARCHAR(128) NOT NULL PRIMARY KEY,
  business_name VARCHAR(1000) NOT NULL,
  created_at BIGINT NOT NULL
);

CREATE INDEX business_newest ON business (created_at DESC, id DESC);

-- Admins and followers; rights are JSON, of followers only.
CREATE TABLE business_role (
  business VARCHAR(128) NOT NULL,
  account VARCHAR(128) NOT NULL,
  role_name VARCHAR(16) NOT NULL,
  place INT NOT NULL,
  rights BLOB NOT NULL,
  PRIMARY KEY (business, account, role_name)
);

CREATE INDEX business_role_of_account ON business_role (account, business);

-- Name and type as lists show them: of the published definition, else of the draft.
CREATE TABLE process (
  id VARCHAR(128) NOT NULL PRIMARY KEY,
  business VARCHAR(128) NOT NULL,
  process_name VARCHAR(1000) NOT NULL,
  process_type VARCHAR(32) NOT NULL,
  revision INT NOT NULL,
  created_by VARCHAR(128) NOT NULL,
  created_at BIGINT NOT NULL,
  updated_by VARCHAR(128) NOT NULL,
  updated_at BIGINT NOT NULL,
  version BIGINT NOT NULL
);

CREATE INDEX process_newest ON process (business, created_at DESC, id DESC);

-- Definitions as JSON. Revision 0 is the draft.
CREATE TABLE process_revision (
  process VARCHAR(128) NOT NULL,
  revision INT NOT NULL,
  definition BLOB NOT NULL,
  majors BLOB NOT NULL,
  remark VARCHAR(4000) NOT NULL,
  saved_by VARCHAR(128) NOT NULL,
  saved_at BIGINT NOT NULL,
  PRIMARY KEY (process, revision)
);

CREATE TABLE idempotency (
  caller VARCHAR(128) NOT NULL,
  request_key VARCHAR(255) NOT NULL,
  body_hash VARCHAR(64) NOT NULL,
  resource_id VARCHAR(128) NOT NULL,
  reserved_at BIGINT NOT NULL,
  answer_status INT,
  answer_location VARCHAR(2000),
  answer_etag VARCHAR(255),
  answer_body BLOB,
  PRIMARY KEY (caller, request_key)
);

CREATE INDEX idempotency_age ON idempotency (reserved_at);

-- Bytes of atom bundles.
CREATE TABLE atom_bundle (
  symbolic_name VARCHAR(255) NOT NULL,
  version VARCHAR(128) NOT NULL,
  sha256 CHAR(64) NOT NULL,
  byte_count BIGINT NOT NULL,
  origin VARCHAR(16) NOT NULL,
  added_by VARCHAR(128) NOT NULL,
  added_at BIGINT NOT NULL,
  content BLOB NOT NULL,
  PRIMARY KEY (symbolic_name, version)
);
