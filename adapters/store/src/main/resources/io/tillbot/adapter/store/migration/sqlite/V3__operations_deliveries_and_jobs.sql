-- The ledger: every write of the billing API from its preview to its end.
CREATE TABLE operations (
  id         TEXT    NOT NULL PRIMARY KEY,
  version    INTEGER NOT NULL, -- one more with each change
  owner      TEXT    NOT NULL, -- who asked for it: platform/workspace/user
  account    TEXT    NOT NULL, -- the client's account that it changes
  client     TEXT    NOT NULL, -- the account's, without its location: what locks
  command    TEXT    NOT NULL, -- such as: cancel server
  targets    TEXT    NOT NULL, -- what it concerns: invoice/123 server/42
  commitment TEXT    NOT NULL, -- how much money: NOTHING, OF an amount, OPEN
  amount     TEXT,             -- exact, as a plain decimal
  currency   TEXT,
  state      TEXT    NOT NULL, -- the last of its history
  since      INTEGER NOT NULL, -- when it came there; milliseconds since 1970, UTC, like all times
  due        INTEGER,          -- when something is to be done about it
  holder     TEXT,             -- which process has it in its hands
  tries      INTEGER NOT NULL, -- how often it was looked at again
  history    TEXT    NOT NULL, -- STATE@time STATE@time …
  proposed   INTEGER NOT NULL, -- when it was shown
  confirmed  INTEGER,          -- when it was confirmed first
  sent       INTEGER,          -- when it was being sent first
  body       BLOB    NOT NULL  -- sealed for this table, column, id, owner and account
) STRICT, WITHOUT ROWID;

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
  received  INTEGER NOT NULL,
  lease     INTEGER NOT NULL, -- until when whoever took it up has it
  operation TEXT,             -- the write that it led to
  body      BLOB,             -- sealed for this table, column and key; dropped at its end
  ended     INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX deliveries_lease ON deliveries (lease) WHERE ended IS NULL;
CREATE INDEX deliveries_ended ON deliveries (ended) WHERE ended IS NOT NULL;

-- db-scheduler's own, in its form for SQLite: whose turn it is to do which job.
CREATE TABLE scheduled_tasks (
  task_name            VARCHAR(100),
  task_instance        VARCHAR(100),
  task_data            BLOB,
  execution_time       TIMESTAMP,
  picked               BIT,
  picked_by            VARCHAR(50),
  last_success         TIMESTAMP,
  last_failure         TIMESTAMP,
  consecutive_failures INT,
  last_heartbeat       TIMESTAMP,
  version              BIGINT,
  priority             SMALLINT,
  PRIMARY KEY (task_name, task_instance)
);

CREATE INDEX scheduled_tasks_execution_time ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_last_heartbeat ON scheduled_tasks (last_heartbeat);
