-- The daily core: applications, their history and interviews, check-ins, journal, drafts.

CREATE TABLE application (
  id INTEGER NOT NULL,
  uid VARCHAR NOT NULL,
  company VARCHAR NOT NULL,
  title VARCHAR NOT NULL,
  stage VARCHAR NOT NULL,
  outcome VARCHAR,
  rank FLOAT NOT NULL,
  stage_day DATE NOT NULL,
  url VARCHAR NOT NULL,
  location VARCHAR NOT NULL,
  work_mode VARCHAR NOT NULL,
  pay VARCHAR NOT NULL,
  pay_min INTEGER,
  pay_max INTEGER,
  pay_currency VARCHAR NOT NULL,
  pay_unit VARCHAR NOT NULL,
  source VARCHAR NOT NULL,
  date_posted DATE,
  description VARCHAR NOT NULL,
  resume_version VARCHAR NOT NULL,
  desire INTEGER,
  next_action VARCHAR NOT NULL,
  next_action_on DATE,
  rounds_announced INTEGER,
  notes VARCHAR NOT NULL,
  created_at DATETIME NOT NULL,
  CONSTRAINT pk_application PRIMARY KEY (id),
  CONSTRAINT uq_application_uid UNIQUE (uid)
);
CREATE INDEX ix_application_next_action_on ON application (next_action_on);
CREATE INDEX ix_application_stage_rank ON application (stage, rank, id);

CREATE TABLE check_in (
  id INTEGER NOT NULL,
  uid VARCHAR NOT NULL,
  at DATETIME NOT NULL,
  day DATE NOT NULL,
  valence INTEGER NOT NULL,
  energy INTEGER,
  stuck INTEGER,
  progress INTEGER,
  did VARCHAR NOT NULL,
  good VARCHAR NOT NULL,
  note VARCHAR NOT NULL,
  "plan" VARCHAR NOT NULL,
  CONSTRAINT pk_check_in PRIMARY KEY (id),
  CONSTRAINT uq_check_in_uid UNIQUE (uid)
);
CREATE INDEX ix_check_in_at ON check_in (at);
CREATE INDEX ix_check_in_day_valence ON check_in (day, valence);

CREATE TABLE draft (
  "key" VARCHAR NOT NULL,
  body VARCHAR NOT NULL,
  saved_at DATETIME NOT NULL,
  CONSTRAINT pk_draft PRIMARY KEY ("key")
);

CREATE TABLE marker (
  "key" VARCHAR NOT NULL,
  value VARCHAR NOT NULL,
  CONSTRAINT pk_marker PRIMARY KEY ("key")
);

CREATE TABLE entry (
  id INTEGER NOT NULL,
  uid VARCHAR NOT NULL,
  at DATETIME NOT NULL,
  day DATE NOT NULL,
  title VARCHAR NOT NULL,
  body VARCHAR NOT NULL,
  starred BOOLEAN NOT NULL,
  application_id INTEGER,
  edited_at DATETIME NOT NULL,
  CONSTRAINT pk_entry PRIMARY KEY (id),
  CONSTRAINT uq_entry_uid UNIQUE (uid),
  CONSTRAINT fk_entry_application_id FOREIGN KEY(application_id) REFERENCES application (id) ON DELETE SET NULL
);
CREATE INDEX ix_entry_application_id ON entry (application_id);
CREATE INDEX ix_entry_at ON entry (at);
CREATE INDEX ix_entry_day ON entry (day);

CREATE TABLE interview (
  id INTEGER NOT NULL,
  uid VARCHAR NOT NULL,
  application_id INTEGER NOT NULL,
  round INTEGER NOT NULL,
  kind VARCHAR NOT NULL,
  day DATE,
  time VARCHAR NOT NULL,
  with_whom VARCHAR NOT NULL,
  notes VARCHAR NOT NULL,
  CONSTRAINT pk_interview PRIMARY KEY (id),
  CONSTRAINT uq_interview_uid UNIQUE (uid),
  CONSTRAINT fk_interview_application_id FOREIGN KEY(application_id) REFERENCES application (id) ON DELETE CASCADE
);
CREATE INDEX ix_interview_application_id_day ON interview (application_id, day);
CREATE INDEX ix_interview_day ON interview (day);

CREATE TABLE stage_change (
  id INTEGER NOT NULL,
  uid VARCHAR NOT NULL,
  application_id INTEGER NOT NULL,
  from_stage VARCHAR,
  to_stage VARCHAR NOT NULL,
  outcome VARCHAR,
  at DATETIME NOT NULL,
  day DATE NOT NULL,
  CONSTRAINT pk_stage_change PRIMARY KEY (id),
  CONSTRAINT uq_stage_change_uid UNIQUE (uid),
  CONSTRAINT fk_stage_change_application_id FOREIGN KEY(application_id) REFERENCES application (id) ON DELETE CASCADE
);
CREATE INDEX ix_stage_change_application_id_day ON stage_change (application_id, day, id);
CREATE INDEX ix_stage_change_day ON stage_change (day);

CREATE TABLE entry_tag (
  entry_id INTEGER NOT NULL,
  tag VARCHAR NOT NULL,
  CONSTRAINT pk_entry_tag PRIMARY KEY (entry_id, tag),
  CONSTRAINT fk_entry_tag_entry_id FOREIGN KEY(entry_id) REFERENCES entry (id) ON DELETE CASCADE
);
CREATE INDEX ix_entry_tag_tag ON entry_tag (tag);

CREATE TABLE prep_item (
  id INTEGER NOT NULL,
  uid VARCHAR NOT NULL,
  interview_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  text VARCHAR NOT NULL,
  done BOOLEAN NOT NULL,
  CONSTRAINT pk_prep_item PRIMARY KEY (id),
  CONSTRAINT uq_prep_item_uid UNIQUE (uid),
  CONSTRAINT fk_prep_item_interview_id FOREIGN KEY(interview_id) REFERENCES interview (id) ON DELETE CASCADE
);
CREATE INDEX ix_prep_item_interview_id_position ON prep_item (interview_id, position);

-- Full text of entries and check-ins in one index. Its rowid is
-- (seconds << 31) | (kind << 30) | id, so that newest first is the order of the index itself;
-- kind is 0 for an entry, 1 for a check-in.
CREATE VIRTUAL TABLE search USING fts5(
  title, body, content='', tokenize='unicode61 remove_diacritics 2', prefix='2 3'
);

CREATE TRIGGER search_entry_insert AFTER INSERT ON entry BEGIN
  INSERT INTO search(rowid, title, body)
  VALUES ((CAST(strftime('%s', new.at) AS INTEGER) << 31) | (0 << 30) | new.id, new.title, new.body);
END;
CREATE TRIGGER search_entry_delete AFTER DELETE ON entry BEGIN
  INSERT INTO search(search, rowid, title, body)
  VALUES ('delete', (CAST(strftime('%s', old.at) AS INTEGER) << 31) | (0 << 30) | old.id, old.title, old.body);
END;
CREATE TRIGGER search_entry_update AFTER UPDATE OF at, title, body ON entry BEGIN
  INSERT INTO search(search, rowid, title, body)
  VALUES ('delete', (CAST(strftime('%s', old.at) AS INTEGER) << 31) | (0 << 30) | old.id, old.title, old.body);
  INSERT INTO search(rowid, title, body)
  VALUES ((CAST(strftime('%s', new.at) AS INTEGER) << 31) | (0 << 30) | new.id, new.title, new.body);
END;

CREATE TRIGGER search_check_in_insert AFTER INSERT ON check_in BEGIN
  INSERT INTO search(rowid, title, body)
  VALUES ((CAST(strftime('%s', new.at) AS INTEGER) << 31) | (1 << 30) | new.id, new.good, new.note);
END;
CREATE TRIGGER search_check_in_delete AFTER DELETE ON check_in BEGIN
  INSERT INTO search(search, rowid, title, body)
  VALUES ('delete', (CAST(strftime('%s', old.at) AS INTEGER) << 31) | (1 << 30) | old.id, old.good, old.note);
END;
CREATE TRIGGER search_check_in_update AFTER UPDATE OF at, good, note ON check_in BEGIN
  INSERT INTO search(search, rowid, title, body)
  VALUES ('delete', (CAST(strftime('%s', old.at) AS INTEGER) << 31) | (1 << 30) | old.id, old.good, old.note);
  INSERT INTO search(rowid, title, body)
  VALUES ((CAST(strftime('%s', new.at) AS INTEGER) << 31) | (1 << 30) | new.id, new.good, new.note);
END;

