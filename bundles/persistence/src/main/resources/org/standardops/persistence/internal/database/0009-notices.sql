-- Whose business a delivery is of, so that its admins see it; and its age, to clean up by.
ALTER TABLE delivery ADD COLUMN business VARCHAR(128) NOT NULL DEFAULT '';

UPDATE delivery SET business =
  COALESCE((SELECT task.business FROM task WHERE task.id = delivery.task), '');

CREATE INDEX delivery_of_business ON delivery (business, id DESC);
CREATE INDEX delivery_age ON delivery (created_at);

-- Audit records are added and nothing else, whoever asks the database: none is changed, and none is
-- removed before it is 30 days old. Times are microseconds since 1970.

-- What no row can fulfil; Derby has no other way for a trigger to refuse.
-- only DERBY
CREATE TABLE audit_refusal (
  reason VARCHAR(16) NOT NULL,
  CONSTRAINT audit_records_are_only_added CHECK (reason = '')
);

-- only DERBY
CREATE TRIGGER audit_unchanged AFTER UPDATE ON audit FOR EACH ROW
  INSERT INTO audit_refusal VALUES ('changed');

-- only DERBY
CREATE TRIGGER audit_kept AFTER DELETE ON audit REFERENCING OLD AS gone FOR EACH ROW
  WHEN (gone.ts > 86400000000 * (CAST({fn TIMESTAMPDIFF(SQL_TSI_DAY,
      TIMESTAMP('1970-01-01 00:00:00'), CURRENT_TIMESTAMP)} AS BIGINT) - 30))
  INSERT INTO audit_refusal VALUES ('removed');

-- only POSTGRESQL
CREATE FUNCTION audit_refusal() RETURNS trigger LANGUAGE plpgsql
  AS 'BEGIN RAISE EXCEPTION ''Audit records are only added.''; END';

-- only POSTGRESQL
CREATE TRIGGER audit_unchanged BEFORE UPDATE OR TRUNCATE ON audit FOR EACH STATEMENT
  EXECUTE FUNCTION audit_refusal();

-- only POSTGRESQL
CREATE TRIGGER audit_kept BEFORE DELETE ON audit FOR EACH ROW
  WHEN (OLD.ts > (extract(epoch FROM now()) - 30 * 86400) * 1000000)
  EXECUTE FUNCTION audit_refusal();
