-- Every chosen rest with the day it began on, where a recovery knew only the end of the last one.

CREATE TABLE rest (
  id INTEGER NOT NULL,
  uid VARCHAR NOT NULL,
  recovery_id INTEGER NOT NULL,
  day DATE NOT NULL,
  until DATETIME NOT NULL,
  CONSTRAINT pk_rest PRIMARY KEY (id),
  CONSTRAINT uq_rest_uid UNIQUE (uid),
  CONSTRAINT fk_rest_recovery_id FOREIGN KEY(recovery_id) REFERENCES recovery (id) ON DELETE CASCADE
);
CREATE INDEX ix_rest_recovery_id ON rest (recovery_id);
CREATE INDEX ix_rest_until ON rest (until);

INSERT INTO rest (uid, recovery_id, day, until)
SELECT
  lower(hex(randomblob(16))),
  recovery.id,
  coalesce(
    (SELECT max(day) FROM sitting WHERE recovery_id = recovery.id AND step = 'press_on'),
    recovery.day
  ),
  recovery.rest_until
FROM recovery
WHERE recovery.rest_until IS NOT NULL;

CREATE TABLE recovery_without_rest (
  id INTEGER NOT NULL,
  uid VARCHAR NOT NULL,
  application_id INTEGER NOT NULL,
  at DATETIME NOT NULL,
  day DATE NOT NULL,
  stage_reached VARCHAR NOT NULL,
  dose VARCHAR NOT NULL,
  want INTEGER,
  forecast INTEGER,
  state VARCHAR NOT NULL,
  not_before DATETIME,
  shown_on DATE,
  closed_at DATETIME,
  CONSTRAINT pk_recovery PRIMARY KEY (id),
  CONSTRAINT uq_recovery_uid UNIQUE (uid),
  CONSTRAINT fk_recovery_application_id FOREIGN KEY(application_id) REFERENCES application (id) ON DELETE CASCADE
);
INSERT INTO recovery_without_rest
SELECT id, uid, application_id, at, day, stage_reached, dose, want, forecast, state, not_before,
  shown_on, closed_at
FROM recovery;
DROP TABLE recovery;
ALTER TABLE recovery_without_rest RENAME TO recovery;
CREATE INDEX ix_recovery_application_id ON recovery (application_id);
CREATE INDEX ix_recovery_state_day ON recovery (state, day);
