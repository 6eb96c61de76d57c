-- When a task is to start by itself, for lists; and who started it, for statistics.

ALTER TABLE task ADD COLUMN start_at BIGINT;

ALTER TABLE task_time ADD COLUMN starter VARCHAR(128);
