-- What people are to be told, written with the change itself; gone as soon as it has deliveries.
CREATE TABLE outbox (
  task BIGINT NOT NULL,
  seq INT NOT NULL,
  why VARCHAR(32) NOT NULL,
  noted_at BIGINT NOT NULL,
  notice BLOB NOT NULL,
  PRIMARY KEY (task, seq, why)
);

-- One notice on its way to one person by one channel; due again at next_at while PENDING.
CREATE TABLE delivery (
  id BIGINT NOT NULL GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  task BIGINT NOT NULL,
  person VARCHAR(128) NOT NULL,
  channel VARCHAR(16) NOT NULL,
  state VARCHAR(16) NOT NULL,
  attempts INT NOT NULL,
  next_at BIGINT NOT NULL,
  created_at BIGINT NOT NULL,
  sent_at BIGINT,
  last_error VARCHAR(1000),
  notice BLOB NOT NULL
);

CREATE INDEX delivery_due ON delivery (channel, state, next_at);
CREATE INDEX delivery_of_task ON delivery (task, id DESC);
CREATE INDEX delivery_of_state ON delivery (state, id DESC);

-- How each channel reaches its platform; settings are sealed JSON.
CREATE TABLE notification_channel (
  channel VARCHAR(16) NOT NULL PRIMARY KEY,
  enabled SMALLINT NOT NULL,
  settings BLOB NOT NULL,
  version BIGINT NOT NULL
);
