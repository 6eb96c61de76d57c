-- What a platform admin decided of a bundle, and what it brings as JSON; no atoms: not known.
ALTER TABLE atom_bundle ADD COLUMN bundle_state VARCHAR(16) DEFAULT 'ACTIVE' NOT NULL;
ALTER TABLE atom_bundle ADD COLUMN atoms BLOB;

-- The bytes in pieces, so that no server ever holds a whole bundle in memory.
CREATE TABLE atom_bundle_part (
  symbolic_name VARCHAR(255) NOT NULL,
  version VARCHAR(128) NOT NULL,
  part INT NOT NULL,
  content BLOB NOT NULL,
  PRIMARY KEY (symbolic_name, version, part)
);

INSERT INTO atom_bundle_part (symbolic_name, version, part, content)
  SELECT symbolic_name, version, 0, content FROM atom_bundle;

ALTER TABLE atom_bundle DROP COLUMN content;

-- Bundles that are to stay away at a start, or that tasks still wait for.
CREATE TABLE removed_bundle (
  symbolic_name VARCHAR(255) NOT NULL,
  version VARCHAR(128) NOT NULL,
  sha256 CHAR(64) NOT NULL,
  atoms BLOB,
  removed_by VARCHAR(128) NOT NULL,
  removed_at BIGINT NOT NULL,
  PRIMARY KEY (symbolic_name, version)
);
