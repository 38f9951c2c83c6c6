-- Several accounts for one caller. What was sealed before has no name, neither here nor in what it
-- is sealed for, and a credential of those is its caller's only one: it is in use.
CREATE TABLE sealed_by_name (
  kind   TEXT    NOT NULL, -- what it is: credential, keyset
  owner  TEXT    NOT NULL, -- whose: platform/workspace/user
  name   TEXT    NOT NULL, -- which of the owner's: an account; empty where it has no name
  label  TEXT    NOT NULL, -- what may be shown without opening it
  body   BLOB    NOT NULL, -- sealed for this table, column, kind, owner, label and name
  since  INTEGER NOT NULL, -- milliseconds since 1970, UTC
  in_use INTEGER NOT NULL DEFAULT 0 CHECK (in_use IN (0, 1)),
  PRIMARY KEY (kind, owner, name)
) STRICT, WITHOUT ROWID;

INSERT INTO sealed_by_name (kind, owner, name, label, body, since, in_use)
SELECT kind, owner, '', label, body, since, kind = 'credential' FROM sealed;

DROP TABLE sealed;
ALTER TABLE sealed_by_name RENAME TO sealed;
CREATE UNIQUE INDEX sealed_in_use ON sealed (kind, owner) WHERE in_use = 1;

-- What buttons and forms stand for while they wait to be used.
CREATE TABLE tickets (
  number  INTEGER PRIMARY KEY,  -- in the order in which they were made
  hash    TEXT    NOT NULL UNIQUE, -- SHA-256 of the id, which is kept nowhere
  owner   TEXT    NOT NULL, -- whom it serves: platform/workspace/user
  purpose TEXT    NOT NULL, -- what for: CONFIRMATION, STEP
  expires INTEGER NOT NULL, -- milliseconds since 1970, UTC
  body    BLOB    NOT NULL  -- sealed for this table, column, hash, owner, purpose and expires
) STRICT;

CREATE INDEX tickets_expires ON tickets (expires);
CREATE INDEX tickets_owner ON tickets (owner);
