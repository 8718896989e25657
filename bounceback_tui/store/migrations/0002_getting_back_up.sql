-- Getting back up: recoveries with their answers, red flags, people, lessons, the corner.

ALTER TABLE interview ADD COLUMN company_notes VARCHAR NOT NULL DEFAULT '';
ALTER TABLE interview ADD COLUMN expectation VARCHAR NOT NULL DEFAULT '';
ALTER TABLE interview ADD COLUMN comparison VARCHAR NOT NULL DEFAULT '';
ALTER TABLE interview ADD COLUMN times_moved INTEGER NOT NULL DEFAULT 0;

CREATE TABLE profile (
  "key" VARCHAR NOT NULL,
  value VARCHAR NOT NULL,
  CONSTRAINT pk_profile PRIMARY KEY ("key")
);

CREATE TABLE story (
  id INTEGER NOT NULL,
  uid VARCHAR NOT NULL,
  title VARCHAR NOT NULL,
  problem VARCHAR NOT NULL,
  did VARCHAR NOT NULL,
  result VARCHAR NOT NULL,
  position INTEGER NOT NULL,
  CONSTRAINT pk_story PRIMARY KEY (id),
  CONSTRAINT uq_story_uid UNIQUE (uid)
);

CREATE TABLE strength (
  id INTEGER NOT NULL,
  uid VARCHAR NOT NULL,
  skill VARCHAR NOT NULL,
  proof VARCHAR NOT NULL,
  position INTEGER NOT NULL,
  CONSTRAINT pk_strength PRIMARY KEY (id),
  CONSTRAINT uq_strength_uid UNIQUE (uid)
);

CREATE TABLE contact (
  id INTEGER NOT NULL,
  uid VARCHAR NOT NULL,
  name VARCHAR NOT NULL,
  role VARCHAR NOT NULL,
  company VARCHAR NOT NULL,
  address VARCHAR NOT NULL,
  helped_with VARCHAR NOT NULL,
  notes VARCHAR NOT NULL,
  door VARCHAR NOT NULL,
  last_contact DATE,
  application_id INTEGER,
  CONSTRAINT pk_contact PRIMARY KEY (id),
  CONSTRAINT uq_contact_uid UNIQUE (uid),
  CONSTRAINT fk_contact_application_id FOREIGN KEY(application_id) REFERENCES application (id) ON DELETE SET NULL
);
CREATE INDEX ix_contact_name ON contact (name);

CREATE TABLE criterion (
  id INTEGER NOT NULL,
  uid VARCHAR NOT NULL,
  day DATE NOT NULL,
  kind VARCHAR NOT NULL,
  text VARCHAR NOT NULL,
  question VARCHAR NOT NULL,
  application_id INTEGER,
  CONSTRAINT pk_criterion PRIMARY KEY (id),
  CONSTRAINT uq_criterion_uid UNIQUE (uid),
  CONSTRAINT fk_criterion_application_id FOREIGN KEY(application_id) REFERENCES application (id) ON DELETE SET NULL
);
CREATE INDEX ix_criterion_kind ON criterion (kind);

CREATE TABLE flag (
  id INTEGER NOT NULL,
  uid VARCHAR NOT NULL,
  application_id INTEGER NOT NULL,
  day DATE NOT NULL,
  item VARCHAR NOT NULL,
  evidence VARCHAR NOT NULL,
  weight INTEGER NOT NULL,
  CONSTRAINT pk_flag PRIMARY KEY (id),
  CONSTRAINT uq_flag_uid UNIQUE (uid),
  CONSTRAINT fk_flag_application_id FOREIGN KEY(application_id) REFERENCES application (id) ON DELETE CASCADE
);
CREATE INDEX ix_flag_application_id ON flag (application_id);

CREATE TABLE recovery (
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
  rest_until DATETIME,
  closed_at DATETIME,
  CONSTRAINT pk_recovery PRIMARY KEY (id),
  CONSTRAINT uq_recovery_uid UNIQUE (uid),
  CONSTRAINT fk_recovery_application_id FOREIGN KEY(application_id) REFERENCES application (id) ON DELETE CASCADE
);
CREATE INDEX ix_recovery_application_id ON recovery (application_id);
CREATE INDEX ix_recovery_state_day ON recovery (state, day);

CREATE TABLE cv_sending (
  id INTEGER NOT NULL,
  uid VARCHAR NOT NULL,
  contact_id INTEGER NOT NULL,
  company VARCHAR NOT NULL,
  day DATE NOT NULL,
  CONSTRAINT pk_cv_sending PRIMARY KEY (id),
  CONSTRAINT uq_cv_sending_uid UNIQUE (uid),
  CONSTRAINT fk_cv_sending_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id) ON DELETE CASCADE
);
CREATE INDEX ix_cv_sending_contact_id ON cv_sending (contact_id);

CREATE TABLE message (
  id INTEGER NOT NULL,
  uid VARCHAR NOT NULL,
  contact_id INTEGER NOT NULL,
  application_id INTEGER,
  kind VARCHAR NOT NULL,
  channel VARCHAR NOT NULL,
  subject VARCHAR NOT NULL,
  body VARCHAR NOT NULL,
  status VARCHAR NOT NULL,
  drafted_on DATE NOT NULL,
  ready_on DATE,
  sent_on DATE,
  nudged_on DATE,
  replied_on DATE,
  closed_on DATE,
  reply VARCHAR NOT NULL,
  friend_view VARCHAR NOT NULL,
  sort VARCHAR NOT NULL,
  one_try VARCHAR NOT NULL,
  CONSTRAINT pk_message PRIMARY KEY (id),
  CONSTRAINT uq_message_uid UNIQUE (uid),
  CONSTRAINT fk_message_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id) ON DELETE CASCADE,
  CONSTRAINT fk_message_application_id FOREIGN KEY(application_id) REFERENCES application (id) ON DELETE SET NULL
);
CREATE INDEX ix_message_application_id ON message (application_id);
CREATE INDEX ix_message_contact_id ON message (contact_id);
CREATE INDEX ix_message_status_sent_on ON message (status, sent_on);

CREATE TABLE practice (
  id INTEGER NOT NULL,
  uid VARCHAR NOT NULL,
  day DATE NOT NULL,
  question VARCHAR NOT NULL,
  answer_notes VARCHAR NOT NULL,
  feedback VARCHAR NOT NULL,
  one_change VARCHAR NOT NULL,
  ready_before INTEGER,
  ready_after INTEGER,
  interview_id INTEGER,
  contact_id INTEGER,
  CONSTRAINT pk_practice PRIMARY KEY (id),
  CONSTRAINT uq_practice_uid UNIQUE (uid),
  CONSTRAINT fk_practice_interview_id FOREIGN KEY(interview_id) REFERENCES interview (id) ON DELETE SET NULL,
  CONSTRAINT fk_practice_contact_id FOREIGN KEY(contact_id) REFERENCES contact (id) ON DELETE SET NULL
);
CREATE INDEX ix_practice_day ON practice (day);
CREATE INDEX ix_practice_interview_id ON practice (interview_id);

CREATE TABLE sitting (
  id INTEGER NOT NULL,
  uid VARCHAR NOT NULL,
  recovery_id INTEGER,
  step VARCHAR NOT NULL,
  number INTEGER NOT NULL,
  started_at DATETIME NOT NULL,
  day DATE NOT NULL,
  finished_at DATETIME,
  is_skipped BOOLEAN NOT NULL,
  place VARCHAR NOT NULL,
  CONSTRAINT pk_sitting PRIMARY KEY (id),
  CONSTRAINT uq_sitting_uid UNIQUE (uid),
  CONSTRAINT fk_sitting_recovery_id FOREIGN KEY(recovery_id) REFERENCES recovery (id) ON DELETE CASCADE
);
CREATE INDEX ix_sitting_recovery_id_step ON sitting (recovery_id, step, number);

CREATE TABLE answer (
  id INTEGER NOT NULL,
  uid VARCHAR NOT NULL,
  sitting_id INTEGER NOT NULL,
  guide VARCHAR NOT NULL,
  version INTEGER NOT NULL,
  field VARCHAR NOT NULL,
  prompt VARCHAR NOT NULL,
  value VARCHAR NOT NULL,
  at DATETIME NOT NULL,
  CONSTRAINT pk_answer PRIMARY KEY (id),
  CONSTRAINT uq_answer_uid UNIQUE (uid),
  CONSTRAINT fk_answer_sitting_id FOREIGN KEY(sitting_id) REFERENCES sitting (id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX ix_answer_sitting_id_field ON answer (sitting_id, field);

CREATE TABLE lesson (
  id INTEGER NOT NULL,
  uid VARCHAR NOT NULL,
  day DATE NOT NULL,
  text VARCHAR NOT NULL,
  came_from VARCHAR NOT NULL,
  tags VARCHAR NOT NULL,
  kinds VARCHAR NOT NULL,
  sort VARCHAR NOT NULL,
  is_tried BOOLEAN NOT NULL,
  helped VARCHAR NOT NULL,
  application_id INTEGER,
  message_id INTEGER,
  CONSTRAINT pk_lesson PRIMARY KEY (id),
  CONSTRAINT uq_lesson_uid UNIQUE (uid),
  CONSTRAINT fk_lesson_application_id FOREIGN KEY(application_id) REFERENCES application (id) ON DELETE SET NULL,
  CONSTRAINT fk_lesson_message_id FOREIGN KEY(message_id) REFERENCES message (id) ON DELETE SET NULL
);
CREATE INDEX ix_lesson_application_id ON lesson (application_id);
CREATE INDEX ix_lesson_day ON lesson (day);

