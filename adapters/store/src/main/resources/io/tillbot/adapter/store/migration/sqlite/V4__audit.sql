-- What was done and refused. Each row is bound to the one before it in its chain by a MAC over all
-- of its columns, and the head of each chain is kept sealed: a row that is changed, taken away, put
-- elsewhere or added by anybody without the keyset is found. Rows are never changed.
CREATE TABLE audit (
  chain       TEXT    NOT NULL, -- each process adds to one
  number      INTEGER NOT NULL, -- its place in the chain, 1 for the first
  at          INTEGER NOT NULL, -- when it began; milliseconds since 1970, UTC
  who         TEXT    NOT NULL, -- a person's pseudonym; bot, strangers
  platform    TEXT,             -- where: console, slack, discord
  workspace   TEXT,             -- the team, where the platform has teams
  place       TEXT,             -- TERMINAL, DIRECT_MESSAGE, PRIVATE_CHANNEL, PUBLIC_CHANNEL
  channel     TEXT,             -- of several people, never of one
  act         TEXT    NOT NULL, -- how it was asked for: command, form, step, confirm …
  command     TEXT    NOT NULL, -- such as: cancel server
  options     TEXT    NOT NULL, -- name=value name=value …; what may be personal is ***
  rules       TEXT    NOT NULL, -- name:line name:line … of the policy
  operation   TEXT,             -- which one of the ledger
  whom        TEXT,             -- to whom it was done, where that is somebody else: a pseudonym
  outcome     TEXT    NOT NULL, -- such as: answered, refused
  took        INTEGER NOT NULL, -- milliseconds
  correlation TEXT,             -- the command's id in the log
  times       INTEGER NOT NULL, -- more than 1 where several are taken together
  previous    BLOB    NOT NULL, -- the MAC of the row before it; zeros in the first
  mac         BLOB    NOT NULL, -- HMAC-SHA-256 of all of the above
  PRIMARY KEY (chain, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX audit_at ON audit (at);
CREATE INDEX audit_who ON audit (who, at);
CREATE INDEX audit_operation ON audit (operation) WHERE operation IS NOT NULL;
