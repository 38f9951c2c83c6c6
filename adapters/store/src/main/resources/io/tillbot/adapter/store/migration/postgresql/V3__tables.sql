-- All tables as SQLite has them after its third migration; from here on both go on in step.
-- Times are milliseconds since 1970, UTC.

-- What is encrypted: credentials, and the fingerprint of the keyset that encrypts them.
CREATE TABLE sealed (
  kind   TEXT    NOT NULL, -- what it is: credential, keyset
  owner  TEXT    NOT NULL, -- whose: platform/workspace/user
  name   TEXT    NOT NULL, -- which of the owner's: an account; empty where it has no name
  label  TEXT    NOT NULL, -- what may be shown without opening it
  body   BYTEA   NOT NULL, -- sealed for this table, column, kind, owner, label and name
  since  BIGINT  NOT NULL,
  in_use INTEGER NOT NULL DEFAULT 0 CHECK (in_use IN (0, 1)),
  PRIMARY KEY (kind, owner, name)
);

CREATE UNIQUE INDEX sealed_in_use ON sealed (kind, owner) WHERE in_use = 1;

-- What buttons and forms stand for while they wait to be used.
CREATE TABLE tickets (
  number  BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, -- in the order in which they were made
  hash    TEXT   NOT NULL UNIQUE, -- SHA-256 of the id, which is kept nowhere
  owner   TEXT   NOT NULL, -- whom it serves: platform/workspace/user
  purpose TEXT   NOT NULL, -- what for: CONFIRMATION, STEP
  expires BIGINT NOT NULL,
  body    BYTEA  NOT NULL  -- sealed for this table, column, hash, owner, purpose and expires
);

CREATE INDEX tickets_expires ON tickets (expires);
CREATE INDEX tickets_owner ON tickets (owner);

-- The ledger: every write of the billing API from its preview to its end.
CREATE TABLE operations (
  id         TEXT    NOT NULL PRIMARY KEY,
  version    BIGINT  NOT NULL, -- one more with each change
  owner      TEXT    NOT NULL, -- who asked for it: platform/workspace/user
  account    TEXT    NOT NULL, -- the client's account that it changes
  client     TEXT    NOT NULL, -- the account's, without its location: what locks
  command    TEXT    NOT NULL, -- such as: cancel server
  targets    TEXT    NOT NULL, -- what it concerns: invoice/123 server/42
  commitment TEXT    NOT NULL, -- how much money: NOTHING, OF an amount, OPEN
  amount     TEXT,             -- exact, as a plain decimal
  currency   TEXT,
  state      TEXT    NOT NULL, -- the last of its history
  since      BIGINT  NOT NULL, -- when it came there
  due        BIGINT,           -- when something is to be done about it
  holder     TEXT,             -- which process has it in its hands
  tries      INTEGER NOT NULL, -- how often it was looked at again
  history    TEXT    NOT NULL, -- STATE@time STATE@time …
  proposed   BIGINT  NOT NULL, -- when it was shown
  confirmed  BIGINT,           -- when it was confirmed first
  sent       BIGINT,           -- when it was being sent first
  body       BYTEA   NOT NULL  -- sealed for this table, column, id, owner and account
);

-- Never two at once: what the one did could not be told from what the other did.
CREATE UNIQUE INDEX operations_sending ON operations (client) WHERE state = 'SENDING';
CREATE INDEX operations_open ON operations (client) WHERE state IN ('SENDING', 'UNKNOWN');
CREATE INDEX operations_due ON operations (due) WHERE due IS NOT NULL;
CREATE INDEX operations_sent ON operations (client, sent) WHERE sent IS NOT NULL;
CREATE INDEX operations_confirmed ON operations (owner, confirmed) WHERE confirmed IS NOT NULL;
CREATE INDEX operations_owner ON operations (owner, proposed);
CREATE INDEX operations_state ON operations (state, proposed);
CREATE INDEX operations_unconfirmed ON operations (since) WHERE confirmed IS NULL;

-- What was acknowledged to a platform, so that it comes to its end and is done once.
CREATE TABLE deliveries (
  key       TEXT    NOT NULL PRIMARY KEY, -- by which the platform's message is known again
  tries     INTEGER NOT NULL, -- how often it was taken up
  received  BIGINT  NOT NULL,
  lease     BIGINT  NOT NULL, -- until when whoever took it up has it
  operation TEXT,             -- the write that it led to
  body      BYTEA,            -- sealed for this table, column and key; dropped at its end
  ended     BIGINT
);

CREATE INDEX deliveries_lease ON deliveries (lease) WHERE ended IS NULL;
CREATE INDEX deliveries_ended ON deliveries (ended) WHERE ended IS NOT NULL;

-- db-scheduler's own, in its form for PostgreSQL: whose turn it is to do which job.
CREATE TABLE scheduled_tasks (
  task_name            TEXT        NOT NULL,
  task_instance        TEXT        NOT NULL,
  task_data            BYTEA,
  execution_time       TIMESTAMPTZ NOT NULL,
  picked               BOOLEAN     NOT NULL,
  picked_by            TEXT,
  last_success         TIMESTAMPTZ,
  last_failure         TIMESTAMPTZ,
  consecutive_failures INT,
  last_heartbeat       TIMESTAMPTZ,
  version              BIGINT      NOT NULL,
  priority             SMALLINT,
  PRIMARY KEY (task_name, task_instance)
);

CREATE INDEX scheduled_tasks_execution_time ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_last_heartbeat ON scheduled_tasks (last_heartbeat);
