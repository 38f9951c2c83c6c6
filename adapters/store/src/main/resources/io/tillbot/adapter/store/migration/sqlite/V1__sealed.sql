-- What is encrypted: credentials, and the fingerprint of the keyset that encrypts them.
CREATE TABLE sealed (
  kind  TEXT    NOT NULL, -- what it is: credential, keyset
  owner TEXT    NOT NULL, -- whose: platform/workspace/user
  label TEXT    NOT NULL, -- what may be shown without opening it
  body  BLOB    NOT NULL, -- sealed for this table, column, kind, owner and label
  since INTEGER NOT NULL, -- milliseconds since 1970, UTC
  PRIMARY KEY (kind, owner)
) STRICT, WITHOUT ROWID;
