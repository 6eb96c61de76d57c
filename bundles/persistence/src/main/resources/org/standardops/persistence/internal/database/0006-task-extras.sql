-- Nodes that are often run together; their ids as JSON.
CREATE TABLE saved_selection (
  process VARCHAR(128) NOT NULL,
  selection_name VARCHAR(255) NOT NULL,
  nodes BLOB NOT NULL,
  saved_by VARCHAR(128) NOT NULL,
  saved_at BIGINT NOT NULL,
  PRIMARY KEY (process, selection_name)
);

CREATE TABLE favourite (
  account VARCHAR(128) NOT NULL,
  kind VARCHAR(16) NOT NULL,
  thing VARCHAR(128) NOT NULL,
  added_at BIGINT NOT NULL,
  PRIMARY KEY (account, kind, thing)
);

-- Tasks that ended and are not in the statistics yet; one may stand here several times.
CREATE TABLE task_uncounted (
  task BIGINT NOT NULL
);

CREATE INDEX task_uncounted_task ON task_uncounted (task);

INSERT INTO task_uncounted (task) SELECT id FROM task WHERE heat = 2;

-- What ended tasks and their nodes took, in microseconds.
CREATE TABLE task_time (
  task BIGINT NOT NULL PRIMARY KEY,
  business VARCHAR(128) NOT NULL,
  process VARCHAR(128) NOT NULL,
  process_name VARCHAR(1000) NOT NULL,
  person VARCHAR(128) NOT NULL,
  ended_at BIGINT NOT NULL,
  succeeded SMALLINT NOT NULL,
  worked BIGINT NOT NULL,
  awaiting_person BIGINT NOT NULL,
  suspended BIGINT NOT NULL
);

CREATE INDEX task_time_of_business ON task_time (business, ended_at);

CREATE TABLE node_time (
  task BIGINT NOT NULL,
  node VARCHAR(255) NOT NULL,
  business VARCHAR(128) NOT NULL,
  process VARCHAR(128) NOT NULL,
  ended_at BIGINT NOT NULL,
  atom VARCHAR(128) NOT NULL,
  timing VARCHAR(32) NOT NULL,
  attempts INT NOT NULL,
  succeeded SMALLINT NOT NULL,
  worked BIGINT NOT NULL,
  awaiting_person BIGINT NOT NULL,
  suspended BIGINT NOT NULL,
  PRIMARY KEY (task, node)
);

CREATE INDEX node_time_of_business ON node_time (business, ended_at);
