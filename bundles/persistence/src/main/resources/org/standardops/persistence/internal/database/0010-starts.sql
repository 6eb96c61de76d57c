-- When a task is to start by itself, for lists; who started it, for statistics; and what a secret was
-- entered for, a task or the default of a definition, so that it goes when that is gone.

ALTER TABLE task ADD COLUMN start_at BIGINT;

ALTER TABLE task_time ADD COLUMN starter VARCHAR(128);

ALTER TABLE secret ADD COLUMN held_by VARCHAR(16);

ALTER TABLE secret ADD COLUMN task BIGINT;
