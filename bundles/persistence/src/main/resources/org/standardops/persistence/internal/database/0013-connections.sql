-- A business's own access to an outside system: JSON, sealed as a whole.
CREATE TABLE business_connection (
  business VARCHAR(128) NOT NULL,
  system_name VARCHAR(128) NOT NULL,
  settings BLOB NOT NULL,
  changed_by VARCHAR(128) NOT NULL,
  changed_at BIGINT NOT NULL,
  version BIGINT NOT NULL,
  PRIMARY KEY (business, system_name)
);

-- Components: what a document of an outside API says, as JSON that this server made of it.
CREATE TABLE component (
  component_name VARCHAR(128) NOT NULL,
  version VARCHAR(128) NOT NULL,
  sha256 CHAR(64) NOT NULL,
  content BLOB NOT NULL,
  added_by VARCHAR(128) NOT NULL,
  added_at BIGINT NOT NULL,
  PRIMARY KEY (component_name, version)
);
