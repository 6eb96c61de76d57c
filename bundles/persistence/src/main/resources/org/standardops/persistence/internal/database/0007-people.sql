-- People and businesses are the configuration platform's; an account keeps name, password, flags.
CREATE TABLE platform_person (
  person_name VARCHAR(128) NOT NULL PRIMARY KEY,
  display_name VARCHAR(1000) NOT NULL,
  email VARCHAR(1000) NOT NULL,
  phone VARCHAR(1000) NOT NULL,
  wechat VARCHAR(1000) NOT NULL
);

INSERT INTO platform_person (person_name, display_name, email, phone, wechat)
  SELECT account_name, display_name, email, phone, wechat FROM account;

ALTER TABLE account DROP COLUMN display_name;
ALTER TABLE account DROP COLUMN email;
ALTER TABLE account DROP COLUMN phone;
ALTER TABLE account DROP COLUMN wechat;

-- People related to a business; ops is 1 for the business OPS role, which place puts in order.
CREATE TABLE platform_relation (
  business VARCHAR(128) NOT NULL,
  person VARCHAR(128) NOT NULL,
  ops SMALLINT NOT NULL,
  place INT NOT NULL,
  PRIMARY KEY (business, person)
);

CREATE INDEX platform_relation_of_person ON platform_relation (person, business);

INSERT INTO platform_relation (business, person, ops, place)
  SELECT business, account, 1, place FROM business_role WHERE role_name = 'ADMIN';

INSERT INTO platform_relation (business, person, ops, place)
  SELECT f.business, f.account, 0, 0 FROM business_role f WHERE f.role_name = 'FOLLOWER'
  AND NOT EXISTS (SELECT 1 FROM business_role a
    WHERE a.business = f.business AND a.account = f.account AND a.role_name = 'ADMIN');

-- The hosts of a business, as JSON.
CREATE TABLE platform_hosts (
  business VARCHAR(128) NOT NULL PRIMARY KEY,
  hosts BLOB NOT NULL
);

-- What was granted here, whether or not the person is related just now; rights are JSON.
CREATE TABLE business_follower (
  business VARCHAR(128) NOT NULL,
  account VARCHAR(128) NOT NULL,
  rights BLOB NOT NULL,
  PRIMARY KEY (business, account)
);

CREATE INDEX business_follower_of_account ON business_follower (account, business);

INSERT INTO business_follower (business, account, rights)
  SELECT business, account, rights FROM business_role WHERE role_name = 'FOLLOWER';

DROP TABLE business_role;

-- Sessions of the console, by the SHA-256 of what their cookie says.
CREATE TABLE sign_in_session (
  secret_hash CHAR(64) NOT NULL PRIMARY KEY,
  account VARCHAR(128) NOT NULL,
  begun_at BIGINT NOT NULL,
  seen_at BIGINT NOT NULL
);

CREATE INDEX sign_in_session_of_account ON sign_in_session (account);
CREATE INDEX sign_in_session_seen ON sign_in_session (seen_at);

-- API tokens, by the SHA-256 of their secret; scopes are words with spaces between.
CREATE TABLE api_token (
  id VARCHAR(128) NOT NULL PRIMARY KEY,
  secret_hash CHAR(64) NOT NULL UNIQUE,
  account VARCHAR(128) NOT NULL,
  token_name VARCHAR(1000) NOT NULL,
  prefix VARCHAR(32) NOT NULL,
  scopes VARCHAR(1000) NOT NULL,
  created_at BIGINT NOT NULL,
  expires_at BIGINT,
  used_at BIGINT
);

CREATE INDEX api_token_of_account ON api_token (account, created_at DESC, id DESC);
