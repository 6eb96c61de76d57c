-- Units of ownership: who may write a task's rows now.
CREATE TABLE shard (
  id INT NOT NULL PRIMARY KEY,
  epoch BIGINT NOT NULL,
  owner VARCHAR(255) NOT NULL
);

INSERT INTO shard (id, epoch, owner)
  SELECT high.n * 16 + low.n, 0, ''
  FROM (VALUES (0),(1),(2),(3),(4),(5),(6),(7),(8),(9),(10),(11),(12),(13),(14),(15)) AS high (n),
       (VALUES (0),(1),(2),(3),(4),(5),(6),(7),(8),(9),(10),(11),(12),(13),(14),(15)) AS low (n)
  ORDER BY 1;

-- The truth about tasks. Times here and below are microseconds since 1970.
CREATE TABLE journal (
  task BIGINT NOT NULL,
  seq INT NOT NULL,
  ts BIGINT NOT NULL,
  kind SMALLINT NOT NULL,
  ver SMALLINT NOT NULL,
  data BYTES(32672),
  CONSTRAINT journal_pk PRIMARY KEY (task, seq)
);

-- Events too large for a column of Derby; their row in the journal has no data.
CREATE TABLE journal_large (
  task BIGINT NOT NULL,
  seq INT NOT NULL,
  data BLOB NOT NULL,
  PRIMARY KEY (task, seq)
);

-- What lists and the recovery see of a task. Without a due time, next_due is the highest number:
-- so one index finds the hot ones by id and the parked ones by due time.
CREATE TABLE task (
  id BIGINT NOT NULL,
  seq INT NOT NULL,
  status VARCHAR(16) NOT NULL,
  overdue SMALLINT NOT NULL,
  heat SMALLINT NOT NULL,
  next_due BIGINT NOT NULL,
  business VARCHAR(128) NOT NULL,
  process VARCHAR(128) NOT NULL,
  process_name VARCHAR(1000) NOT NULL,
  revision INT NOT NULL,
  task_name VARCHAR(1000) NOT NULL,
  origin VARCHAR(16) NOT NULL,
  origin_id VARCHAR(128),
  created_by VARCHAR(128) NOT NULL,
  created_at BIGINT NOT NULL,
  started_at BIGINT,
  ended_at BIGINT,
  snapshot_seq INT NOT NULL,
  snapshot BLOB,
  CONSTRAINT task_pk PRIMARY KEY (id)
);

CREATE INDEX task_wake ON task (heat, next_due, id);
CREATE INDEX task_of_business ON task (business, id DESC);
CREATE INDEX task_of_status ON task (business, status, id DESC);
CREATE INDEX task_of_process ON task (process, id DESC);

-- Versions of atoms that tasks may still call.
CREATE TABLE task_atom (
  task BIGINT NOT NULL,
  code VARCHAR(128) NOT NULL,
  version VARCHAR(128) NOT NULL,
  PRIMARY KEY (task, code, version)
);

CREATE INDEX task_atom_version ON task_atom (code, version);

-- Keys given out for callbacks, by their SHA-256 in hex.
CREATE TABLE callback_key (
  hash CHAR(64) NOT NULL PRIMARY KEY,
  task BIGINT NOT NULL,
  node VARCHAR(255) NOT NULL,
  attempt INT NOT NULL
);

-- Logs of nodes in pieces. A piece begins at a byte of the attempt's whole log and of its section.
CREATE TABLE node_log (
  task BIGINT NOT NULL,
  node VARCHAR(255) NOT NULL,
  attempt INT NOT NULL,
  starts BIGINT NOT NULL,
  section_name VARCHAR(255) NOT NULL,
  section_starts BIGINT NOT NULL,
  data BYTES(32672) NOT NULL
);

-- Descending, because the end is looked up at each append and Derby reads no index backwards.
CREATE UNIQUE INDEX node_log_whole ON node_log (task, node, attempt, starts DESC);
CREATE UNIQUE INDEX node_log_section
  ON node_log (task, node, attempt, section_name, section_starts DESC);
