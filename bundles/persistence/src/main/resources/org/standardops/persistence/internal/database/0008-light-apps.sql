-- Form and frozen part as JSON. While a run holds the app alone, held_task is its task.
CREATE TABLE light_app (
  id VARCHAR(128) NOT NULL PRIMARY KEY,
  business VARCHAR(128) NOT NULL,
  process VARCHAR(128) NOT NULL,
  form BLOB NOT NULL,
  frozen BLOB NOT NULL,
  created_by VARCHAR(128) NOT NULL,
  created_at BIGINT NOT NULL,
  updated_by VARCHAR(128) NOT NULL,
  updated_at BIGINT NOT NULL,
  version BIGINT NOT NULL,
  held_task BIGINT,
  held_by VARCHAR(128),
  held_since BIGINT
);

CREATE INDEX light_app_newest ON light_app (business, created_at DESC, id DESC);
CREATE INDEX light_app_of_process ON light_app (process);

-- Who may run which app: the people of its form, for those who look from the other side.
CREATE TABLE light_app_person (
  person VARCHAR(128) NOT NULL,
  app VARCHAR(128) NOT NULL,
  PRIMARY KEY (person, app)
);

CREATE INDEX light_app_person_of_app ON light_app_person (app);

-- A run is noted before its task is made.
CREATE TABLE light_app_run (
  app VARCHAR(128) NOT NULL,
  task BIGINT NOT NULL,
  begun_by VARCHAR(128) NOT NULL,
  PRIMARY KEY (app, task)
);

CREATE INDEX light_app_run_of_person ON light_app_run (app, begun_by, task);

-- Changes that the desktop was not told yet.
CREATE TABLE desktop_change (
  app VARCHAR(128) NOT NULL PRIMARY KEY,
  kind VARCHAR(16) NOT NULL,
  version BIGINT NOT NULL
);
